package dev.afterglow.intake.providers;

import dev.afterglow.intake.Field;
import dev.afterglow.messaging.Inbound;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A report in our own words: about a message, or something a customer wrote.
 *
 * @param event about a message
 * @param inbound what a customer wrote
 */
record OurReport(Optional<ProviderEvent> event, Optional<Inbound> inbound) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    static OurReport of(Field report) {
        report.object();
        Kind kind = word(report.at("kind"), Kind::of);
        return kind == Kind.INBOUND
                ? new OurReport(Optional.empty(), Optional.of(inbound(report)))
                : new OurReport(Optional.of(event(report, kind)), Optional.empty());
    }

    private static ProviderEvent event(Field report, Kind kind) {
        ProviderEvent bare = ProviderEvent.of(
                        name(report.at("provider"), 40),
                        report.at("id").requiredId(),
                        kind,
                        name(report.at("channel"), 20),
                        Moments.required(report.at("at")))
                .to(report.at("address").text(320))
                .about(report.at("message").id(), report.at("provider-message").id());
        if (report.at("reason").isEmpty()) {
            return report.at("hard").flag() ? bare.forGood(Reason.OTHER, null) : bare;
        }
        Reason reason = word(report.at("reason"), Reason::of);
        String detail = report.at("detail").text(2000);
        return report.at("hard").flag() ? bare.forGood(reason, detail) : bare.because(reason, detail);
    }

    private static Inbound inbound(Field report) {
        return new Inbound(
                name(report.at("provider"), 40),
                report.at("id").requiredId(),
                name(report.at("channel"), 20),
                report.at("address").requiredText(320),
                report.at("text").requiredText(10_000),
                report.at("provider-message").id(),
                null,
                Moments.required(report.at("at")));
    }

    private static <T> T word(Field field, Function<String, T> known) {
        String word = field.requiredText(40);
        try {
            return known.apply(word);
        } catch (IllegalArgumentException e) {
            throw field.refuse("is not a word of our vocabulary");
        }
    }

    private static String name(Field field, int longest) {
        String name = field.requiredText(longest);
        if (!NAME.matcher(name).matches()) {
            throw field.refuse("must be lower-case letters, digits and dashes");
        }
        return name;
    }
}
