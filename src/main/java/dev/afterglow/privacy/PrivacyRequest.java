package dev.afterglow.privacy;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a shop asked for in somebody's name. Nothing in it is personal.
 *
 * @param sender who asked, such as {@code shopify:shop.example}
 * @param customerId ours; null when it is about everybody, or about nobody we know
 * @param erased how many people were erased because of it
 * @param dueAt by when it must be done; a month after it was asked for, as GDPR Art. 12 (3) has it
 * @param doneBy the member of staff, or the sender when nobody had to do anything
 */
public record PrivacyRequest(
        String id,
        String sender,
        Kind kind,
        @Nullable String customerId,
        State state,
        int erased,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    /** What is asked for. */
    public enum Kind {
        /** Tell somebody everything we know about them. */
        EXPORT,
        ERASURE,
        /** Erase everybody who bought there. */
        SHOP_ERASURE;

        /** The word used in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** How far it is. */
    public enum State {
        /** Somebody must do something. */
        WAITING,
        RUNNING,
        DONE;

        /** The word used in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
