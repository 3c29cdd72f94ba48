package dev.afterglow.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reports about a message, in one vocabulary for all of them. The words are those of django-anymail
 * (https://anymail.dev/en/stable/sending/tracking/).
 *
 * @param provider who tells, such as {@code mailgun}
 * @param id the provider's own for this report; together with the provider it is unique
 * @param channel how the message went, such as {@code email}
 * @param address whom it was for; personal
 * @param messageId ours, when the report names it
 * @param providerMessageId the provider's own for the message
 * @param reason why it did not arrive; null when it did
 * @param hard true when this address will never take anything
 * @param detail the words of the receiving side; may be personal
 * @param at when it happened, as the provider says
 */
public record ProviderEvent(
        String provider,
        String id,
        Kind kind,
        String channel,
        @Nullable String address,
        @Nullable String messageId,
        @Nullable String providerMessageId,
        @Nullable Reason reason,
        boolean hard,
        @Nullable String detail,
        Instant at) {

    /** What happened. */
    public enum Kind {
        /** The provider took it and will try. */
        QUEUED,
        /** The provider passed it on. */
        SENT,
        /** The receiving side took it. */
        DELIVERED,
        /** Not yet; the provider tries again. */
        DEFERRED,
        /** The receiving side would not take it. */
        BOUNCED,
        /** The provider would not pass it on. */
        REJECTED,
        /** It went wrong on our side or the provider's, and says nothing about the address. */
        FAILED,
        /** The customer called it spam. */
        COMPLAINED,
        /** The customer wants no more of it. */
        UNSUBSCRIBED,
        /** The customer wants it again. */
        SUBSCRIBED,
        /** A picture in it was fetched, by a person or a program. */
        OPENED,
        /** A link in it was followed, by a person or a program. */
        CLICKED,
        /** A program answered it. */
        AUTORESPONDED,
        /** The customer wrote to us. */
        INBOUND,
        /** Something we have no word for. */
        UNKNOWN;

        /** The word used in the database, the metrics and our own reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind with this word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Why it did not arrive. */
    public enum Reason {
        /** There is no such address. */
        INVALID,
        /** It bounced, now or before. */
        BOUNCED,
        /** The provider tried for too long. */
        TIMED_OUT,
        /** The receiving side wants nothing from us at the moment. */
        BLOCKED,
        /** Called spam, by a filter or the customer. */
        SPAM,
        /** The customer wants no more. */
        UNSUBSCRIBED,
        /** Something else. */
        OTHER;

        /** The word used in the database and our own reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The reason with this word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Something that happened, as yet to nobody. */
    public static ProviderEvent of(String provider, String id, Kind kind, String channel, Instant at) {
        return new ProviderEvent(provider, id, kind, channel, null, null, null, null, false, null, at);
    }

    /** The same, for somebody. */
    public ProviderEvent to(@Nullable String whom) {
        return new ProviderEvent(
                provider, id, kind, channel, whom, messageId, providerMessageId, reason, hard, detail, at);
    }

    /** The same, about a message by our id, the provider's, or both. */
    public ProviderEvent about(@Nullable String ours, @Nullable String theirs) {
        return new ProviderEvent(provider, id, kind, channel, address, ours, theirs, reason, hard, detail, at);
    }

    /** The same, with the reason; the address may work another time. */
    public ProviderEvent because(Reason why, @Nullable String words) {
        return new ProviderEvent(
                provider, id, kind, channel, address, messageId, providerMessageId, why, false, words, at);
    }

    /** The same, with the reason; the address will never work. */
    public ProviderEvent forGood(Reason why, @Nullable String words) {
        return new ProviderEvent(
                provider, id, kind, channel, address, messageId, providerMessageId, why, true, words, at);
    }

    /** The same, in somebody's own words. */
    public ProviderEvent saying(@Nullable String words) {
        return new ProviderEvent(
                provider, id, kind, channel, address, messageId, providerMessageId, reason, hard, words, at);
    }

    /** The same, of another kind. */
    public ProviderEvent as(Kind what) {
        return new ProviderEvent(
                provider, id, what, channel, address, messageId, providerMessageId, reason, hard, detail, at);
    }
}
