package dev.afterglow.messaging.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/** Finds the first moment that is not quiet, in all zones a customer may live in, over all changes of the clocks. */
final class Awake {

    /** No wait is longer; then it is judged again. */
    static final Duration LONGEST = Duration.ofDays(8);

    private Awake() {}

    /** This moment, or the earliest after it at which it is quiet in none of the zones. */
    static Instant from(Instant moment, List<ZoneId> zones, List<QuietTimes> times) {
        return earliest(moment, zones, times)
                // why: where no hour is awake in all zones, the first is the best guess.
                .or(() -> earliest(moment, zones.subList(0, 1), times))
                .orElse(moment.plus(LONGEST));
    }

    private static Optional<Instant> earliest(Instant moment, List<ZoneId> zones, List<QuietTimes> times) {
        Instant candidate = moment;
        while (!candidate.isAfter(moment.plus(LONGEST))) {
            Instant later = candidate;
            for (ZoneId zone : zones) {
                for (QuietTimes quiet : times) {
                    later = after(later, zone, quiet);
                }
            }
            if (later.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = later;
        }
        return Optional.empty();
    }

    /** This moment if it is not quiet, else a later one, at most the next not quiet one. */
    private static Instant after(Instant moment, ZoneId zone, QuietTimes quiet) {
        LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
        if (!quiet.contain(wall)) {
            return moment;
        }
        Instant end = instant(quiet.endAfter(wall), zone.getRules(), moment);
        ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
        // why: when clocks are changed before that, the wall may show the end earlier, or the beginning again.
        return change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
    }

    /** When the wall shows this for the first time after the moment; when it never does, when the clock jumps over it. */
    private static Instant instant(LocalDateTime wall, ZoneRules rules, Instant after) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) {
            return rules.getTransition(wall).getInstant();
        }
        Instant first = wall.toInstant(offsets.getFirst());
        return first.isAfter(after) ? first : wall.toInstant(offsets.getLast());
    }
}
