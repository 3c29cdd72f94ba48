package dev.afterglow.console;

import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import java.time.Instant;

/**
 * One thing that came back about a message, in plain words.
 *
 * @param title what happened
 * @param sentence who says so, and why it did not arrive
 */
record CameBack(Instant at, Tone tone, String title, String sentence) {

    static CameBack of(ProviderEvent event) {
        String why = event.detail() == null || event.kind() == Kind.INBOUND ? "" : " “" + event.detail() + "”";
        return new CameBack(
                event.at(),
                tone(event.kind(), event.hard()),
                title(event.kind(), event.hard()),
                "Reported by " + event.provider() + "." + why);
    }

    static Tone tone(Kind kind, boolean hard) {
        return switch (kind) {
            case DELIVERED, SUBSCRIBED -> Tone.GOOD;
            case DEFERRED -> Tone.WAITING;
            case BOUNCED -> hard ? Tone.TROUBLE : Tone.WAITING;
            case REJECTED, FAILED, COMPLAINED -> Tone.TROUBLE;
            case UNSUBSCRIBED -> Tone.QUIET;
            case QUEUED, SENT, OPENED, CLICKED, AUTORESPONDED, INBOUND, UNKNOWN -> Tone.PLAIN;
        };
    }

    static String title(Kind kind, boolean hard) {
        return switch (kind) {
            case QUEUED -> "The provider has it";
            case SENT -> "Passed on";
            case DELIVERED -> "Delivered";
            case DEFERRED -> "Not delivered yet; the provider tries again";
            case BOUNCED -> hard ? "Bounced: there is no such address" : "Bounced this time";
            case REJECTED -> "The provider would not pass it on";
            case FAILED -> "Went wrong, and not because of the address";
            case COMPLAINED -> "Called spam";
            case UNSUBSCRIBED -> "Wants no more messages";
            case SUBSCRIBED -> "Wants messages again";
            case OPENED -> "Opened, by a person or a program";
            case CLICKED -> "A link was followed, by a person or a program";
            case AUTORESPONDED -> "A program answered";
            case INBOUND -> "The customer wrote";
            case UNKNOWN -> "Something we have no word for";
        };
    }
}
