package dev.afterglow.messaging.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nobody is disturbed at night. */
final class NotDuringQuietHours implements Policy {

    /** Telephone solicitation is allowed from 8 to 21 o'clock of the called party (47 CFR 64.1200 (c) (1)). */
    private static final QuietTimes BY_US_LAW = new QuietTimes(LocalTime.of(21, 0), LocalTime.of(8, 0), false);

    /** Some states are stricter; our default is careful rather than complete. */
    private static final QuietTimes BY_STATE_LAW = new QuietTimes(LocalTime.of(20, 0), LocalTime.of(8, 0), false);

    private static final Set<String> STRICTER_STATES = Set.of("FL", "OK", "WA");
    private static final Set<String> ON_THE_PHONE = Set.of("sms", "whatsapp", "push");

    private final QuietTimes configured;
    private final CustomerZones zones;

    NotDuringQuietHours(PolicySettings.QuietHours settings, CustomerZones zones) {
        this.configured = new QuietTimes(settings.from(), settings.to(), settings.sundays());
        this.zones = zones;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        if (!disturbs(matter)) {
            return Optional.empty();
        }
        Instant earliest = Awake.from(matter.now(), zones.of(matter.question().audience()), times(matter));
        return earliest.isAfter(matter.now()) ? Reason.QUIET_HOURS.until(earliest) : Optional.empty();
    }

    private static boolean disturbs(Matter matter) {
        if (matter.marketing()) {
            return !matter.channel().equals("letter");
        }
        return ON_THE_PHONE.contains(matter.channel()) && !matter.traits().urgent();
    }

    private List<QuietTimes> times(Matter matter) {
        List<QuietTimes> times = new ArrayList<>(List.of(configured));
        if (matter.marketing()
                && matter.channel().equals("sms")
                && matter.jurisdiction() == Jurisdiction.UNITED_STATES) {
            times.add(BY_US_LAW);
            if (isStricter(matter.question().audience().region())) {
                times.add(BY_STATE_LAW);
            }
        }
        return times;
    }

    private static boolean isStricter(@Nullable String state) {
        return state != null && STRICTER_STATES.contains(state);
    }

    @Override
    public String says() {
        return "Holds marketing on every channel but letters, and service messages on the phone that are not urgent,"
                + " until the quiet hours are over where the customer lives.";
    }

    @Override
    public List<Reason> waits() {
        return List.of(Reason.QUIET_HOURS);
    }
}
