package dev.afterglow.intake.mailgun;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Mailgun reports. Source: Mailgun, "Event structure"
 * (https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure).
 */
final class MailgunEvent {

    private MailgunEvent() {}

    static ProviderEvent of(Field data) {
        data.object();
        String event = Objects.requireNonNullElse(data.at("event").text(40), "");
        if (event.isEmpty()) {
            throw data.at("event").refuse("is missing");
        }
        Field message = data.at("message").at("headers").at("message-id");
        String messageId = message.text(300);
        // why: one id came with several kinds of events in Mailgun's own samples.
        ProviderEvent bare = ProviderEvent.of(
                        "mailgun",
                        event + ":" + data.at("id").requiredId(),
                        kind(event),
                        "email",
                        Moments.seconds(data.at("timestamp")))
                .to(data.at("recipient").text(320))
                .about(
                        OurMessage.id(
                                data.at("user-variables").at(OurMessage.FIELD).text(100), OurMessage.in(messageId)),
                        messageId);
        return switch (event) {
            case "failed" -> failed(bare, data);
            case "rejected" ->
                bare.because(Reason.OTHER, data.at("reject").at("reason").text(500));
            default -> bare;
        };
    }

    private static Kind kind(String event) {
        return switch (event) {
            case "accepted" -> Kind.QUEUED;
            case "delivered" -> Kind.DELIVERED;
            case "failed" -> Kind.BOUNCED;
            case "rejected" -> Kind.REJECTED;
            case "complained" -> Kind.COMPLAINED;
            case "unsubscribed" -> Kind.UNSUBSCRIBED;
            case "opened" -> Kind.OPENED;
            case "clicked" -> Kind.CLICKED;
            default -> Kind.UNKNOWN;
        };
    }

    private static ProviderEvent failed(ProviderEvent bare, Field data) {
        String words = words(data.at("delivery-status"));
        if (!"permanent".equals(data.at("severity").text(40))) {
            return bare.as(Kind.DEFERRED).because(Reason.OTHER, words);
        }
        return switch (Objects.requireNonNullElse(data.at("reason").text(60), "")) {
            case "suppress-bounce" -> bare.as(Kind.REJECTED).because(Reason.BOUNCED, words);
            case "suppress-complaint" -> bare.as(Kind.REJECTED).because(Reason.SPAM, words);
            case "suppress-unsubscribe" -> bare.as(Kind.REJECTED).because(Reason.UNSUBSCRIBED, words);
            case "old" -> bare.because(Reason.TIMED_OUT, words);
            case "espblock" -> bare.because(Reason.BLOCKED, words);
            default ->
                isFinal(data.at("delivery-status").at("code").number())
                        ? bare.forGood(Reason.BOUNCED, words)
                        : bare.because(Reason.OTHER, words);
        };
    }

    private static boolean isFinal(@Nullable Integer code) {
        return code == null || code >= 500;
    }

    private static @Nullable String words(Field status) {
        String message = status.at("message").text(1000);
        return message != null ? message : status.at("description").text(1000);
    }
}
