package dev.afterglow.intake.twilio;

import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.Inbound;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads Twilio's callbacks. They carry no time of their own and come in any order. Source: Twilio, "Outbound message status
 * in status callbacks" (https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks) and
 * "Error and warning dictionary" (https://www.twilio.com/docs/api/errors).
 */
final class TwilioStatus {

    private static final String WHATSAPP = "whatsapp:";

    private TwilioStatus() {}

    static ProviderEvent of(Form form, @Nullable String message, Instant now) {
        String sid = form.required("MessageSid", 100);
        String status = form.required("MessageStatus", 40);
        String to = form.required("To", 100);
        String error = Objects.requireNonNullElse(form.get("ErrorCode"), "");
        ProviderEvent bare = ProviderEvent.of("twilio", sid + ":" + status, Kind.UNKNOWN, channel(to), now)
                .to(number(to))
                .about(OurMessage.id(message), sid);
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending" -> bare.as(Kind.QUEUED);
            case "sent", "partially_delivered" -> bare.as(Kind.SENT);
            case "delivered" -> bare.as(Kind.DELIVERED);
            case "read" -> bare.as(Kind.OPENED);
            case "undelivered", "failed" -> failed(bare, status, error);
            case "canceled" -> bare.as(Kind.FAILED).because(Reason.OTHER, null);
            default -> bare;
        };
    }

    static Inbound inbound(Form form, Instant now) {
        String from = form.required("From", 100);
        String body = Objects.requireNonNullElse(form.get("Body"), "");
        return new Inbound(
                "twilio",
                form.required("MessageSid", 100),
                channel(from),
                number(from),
                body,
                form.get("OriginalRepliedMessageSid"),
                form.get("OptOutType"),
                now);
    }

    private static ProviderEvent failed(ProviderEvent bare, String status, String error) {
        ProviderEvent bounced = bare.as(Kind.BOUNCED);
        return switch (error) {
            case "21610" -> bare.as(Kind.REJECTED).because(Reason.UNSUBSCRIBED, error);
            case "21211", "21614", "30005", "30006" -> bounced.forGood(Reason.INVALID, error);
            case "30003", "30008" -> bounced.because(Reason.OTHER, error);
            case "30004" -> bounced.because(Reason.BLOCKED, error);
            case "30007" -> bounced.because(Reason.SPAM, error);
            default ->
                (status.equals("failed") ? bare.as(Kind.FAILED) : bounced)
                        .because(Reason.OTHER, error.isEmpty() ? null : error);
        };
    }

    private static String channel(String address) {
        return address.startsWith(WHATSAPP) ? "whatsapp" : "sms";
    }

    private static String number(String address) {
        String number = address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
        if (number.isBlank()) {
            throw Refusal.wrongShape("/To and /From must be telephone numbers.");
        }
        return number;
    }
}
