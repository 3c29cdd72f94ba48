package dev.afterglow.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about being written to, with its proof. Source: GDPR Art. 7 (1), (3): who relies on consent must be
 * able to show it, and taking it back is as easy as giving it.
 *
 * @param channel such as {@code email}
 * @param source where it was said, such as {@code preference-page} or {@code shopify}
 * @param wording what the person was shown, or the name of its version
 * @param evidence what proves it, such as the id of the event or the address of the form
 * @param at when it was said, whenever we heard of it
 */
public record Consent(
        String channel,
        Topic topic,
        State state,
        String source,
        @Nullable String wording,
        @Nullable String evidence,
        Instant at) {

    /** The channels a person can say something about. */
    public static final List<String> CHANNELS = List.of("email", "sms", "whatsapp", "push", "letter");

    /** What was said. */
    public enum State {
        /** Yes. */
        GIVEN,
        /** Yes, but not confirmed yet by the owner of the address (double opt-in). */
        PENDING,
        /** No, or no longer. */
        WITHDRAWN;

        /** The word used in tables and files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state with this word. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    // why: databases keep microseconds; two readings of one moment must not differ.
    public Consent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What counts after this was said, when {@code before} counted until then. */
    Consent after(@Nullable Consent before) {
        if (before == null || state != State.PENDING) {
            return this;
        }
        return before.state == State.GIVEN ? before : this;
    }
}
