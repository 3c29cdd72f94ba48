package dev.afterglow.console;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.support.Case;
import dev.afterglow.support.Cases;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one customer allows, wishes and waits for, in plain words. */
@Component
class Permissions {

    /**
     * All of it.
     *
     * @param consents what counts now
     * @param history everything that was said, newest first: the proof
     * @param wishes what was chosen on the preference page, as sentences
     * @param rests addresses nothing is sent to
     * @param cases what waits for an answer
     */
    record View(List<Line> consents, List<Line> history, List<String> wishes, List<Rest> rests, List<Waiting> cases) {}

    /** One thing that was said. */
    record Line(
            String what,
            String state,
            Tone tone,
            String source,
            @Nullable String wording,
            @Nullable String evidence,
            Instant at) {}

    /**
     * Something the customer waits for.
     *
     * @param why as a sentence; empty when nobody said
     * @param late somebody should have seen to it already
     */
    record Waiting(
            String id,
            String why,
            @Nullable String orderId,
            Instant since,
            @Nullable Instant dueAt,
            boolean late) {}

    /** An address that is left in peace. */
    record Rest(
            String channel,
            String name,
            String address,
            String why,
            String source,
            Instant at,
            @Nullable Instant until) {}

    private final Consents consents;
    private final Customers customers;
    private final Suppressions suppressions;
    private final Cases cases;
    private final Times times;
    private final Clock clock;

    Permissions(
            Consents consents, Customers customers, Suppressions suppressions, Cases cases, Times times, Clock clock) {
        this.consents = consents;
        this.customers = customers;
        this.suppressions = suppressions;
        this.cases = cases;
        this.times = times;
        this.clock = clock;
    }

    View of(Customer customer) {
        String id = customer.id();
        return new View(
                consents.current(id).stream().map(Permissions::line).toList(),
                consents.history(id).reversed().stream().map(Permissions::line).toList(),
                wishes(customers.preferences(id)),
                rests(customer),
                cases.openOf(id).stream().map(this::waiting).toList());
    }

    private Waiting waiting(Case one) {
        return new Waiting(
                one.id(),
                one.reason() == null ? "" : PlainWords.reason(one.reason()),
                one.orderId(),
                one.openedAt(),
                one.dueAt(),
                one.dueAt() != null && one.dueAt().isBefore(clock.instant()));
    }

    /** Where this customer is reached, by channel. */
    static Map<String, String> addresses(Customer customer) {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (customer.email() != null) {
            addresses.put("email", customer.email());
        }
        if (customer.phone() != null) {
            addresses.put("sms", customer.phone());
            addresses.put("whatsapp", customer.phone());
        }
        return addresses;
    }

    private List<Rest> rests(Customer customer) {
        List<Rest> rests = new ArrayList<>();
        addresses(customer)
                .forEach((channel, address) -> suppressions
                        .find(customer.shop(), channel, address)
                        .ifPresent(found -> rests.add(rest(found, address))));
        return rests;
    }

    private static Rest rest(Suppression found, String address) {
        return new Rest(
                found.channel(),
                PlainWords.channel(found.channel()),
                address,
                PlainWords.suppression(found.reason()),
                found.source(),
                found.at(),
                found.until());
    }

    private List<String> wishes(Preferences chosen) {
        List<String> wishes = new ArrayList<>();
        if (chosen.locale() != null) {
            wishes.add("To be written to in "
                    + Locale.forLanguageTag(chosen.locale()).getDisplayName(Locale.ENGLISH) + ".");
        }
        if (chosen.fewer()) {
            wishes.add("Fewer messages.");
        }
        Instant pause = chosen.pausedUntil();
        if (pause != null && pause.isAfter(clock.instant())) {
            wishes.add("No marketing before " + times.of(pause).text() + ".");
        }
        chosen.channelsOff().stream()
                .sorted()
                .forEach(channel -> wishes.add("No marketing by " + PlainWords.channel(channel) + "."));
        return wishes;
    }

    private static Line line(Consent said) {
        return new Line(
                PlainWords.capitalised(PlainWords.topic(said.topic().word())) + " by "
                        + PlainWords.channel(said.channel()),
                switch (said.state()) {
                    case GIVEN -> "agreed";
                    case PENDING -> "asked, not confirmed yet";
                    case WITHDRAWN -> "does not want it";
                },
                switch (said.state()) {
                    case GIVEN -> Tone.GOOD;
                    case PENDING -> Tone.WAITING;
                    case WITHDRAWN -> Tone.QUIET;
                },
                said.source(),
                said.wording(),
                said.evidence(),
                said.at());
    }
}
