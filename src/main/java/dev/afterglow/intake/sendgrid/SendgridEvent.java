package dev.afterglow.intake.sendgrid;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what SendGrid reports. Source: Twilio SendGrid, "Event webhook reference"
 * (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).
 */
final class SendgridEvent {

    private SendgridEvent() {}

    static ProviderEvent of(Field data) {
        data.object();
        String event = data.at("event").text(40);
        if (event == null) {
            throw data.at("event").refuse("is missing");
        }
        // why: one id came with several kinds of events in SendGrid's own samples.
        ProviderEvent bare = ProviderEvent.of(
                        "sendgrid",
                        event + ":" + data.at("sg_event_id").requiredId(),
                        kind(event),
                        "email",
                        Moments.seconds(data.at("timestamp")))
                .to(data.at("email").text(320))
                .about(
                        OurMessage.id(
                                data.at(OurMessage.FIELD).text(100),
                                OurMessage.in(data.at("smtp-id").text(300))),
                        messageId(data.at("sg_message_id").text(300)));
        return switch (event) {
            case "bounce" -> bounced(bare, data);
            case "dropped" -> dropped(bare, data.at("reason").text(1000));
            case "deferred" -> bare.because(Reason.OTHER, data.at("response").text(1000));
            default -> bare;
        };
    }

    private static Kind kind(String event) {
        return switch (event) {
            case "processed" -> Kind.QUEUED;
            case "deferred" -> Kind.DEFERRED;
            case "delivered" -> Kind.DELIVERED;
            case "bounce" -> Kind.BOUNCED;
            case "dropped" -> Kind.REJECTED;
            case "open" -> Kind.OPENED;
            case "click" -> Kind.CLICKED;
            case "spamreport" -> Kind.COMPLAINED;
            case "unsubscribe", "group_unsubscribe" -> Kind.UNSUBSCRIBED;
            case "group_resubscribe" -> Kind.SUBSCRIBED;
            default -> Kind.UNKNOWN;
        };
    }

    private static ProviderEvent bounced(ProviderEvent bare, Field data) {
        String words = data.at("reason").text(1000);
        if ("blocked".equals(data.at("type").text(40))) {
            return bare.because(Reason.BLOCKED, words);
        }
        boolean invalid =
                "Invalid Address".equals(data.at("bounce_classification").text(60));
        return bare.forGood(invalid ? Reason.INVALID : Reason.BOUNCED, words);
    }

    private static ProviderEvent dropped(ProviderEvent bare, @Nullable String reason) {
        Reason why = switch (Objects.requireNonNullElse(reason, "").toLowerCase(Locale.ROOT)) {
            case "bounced address" -> Reason.BOUNCED;
            case "spam reporting address" -> Reason.SPAM;
            case "unsubscribed address" -> Reason.UNSUBSCRIBED;
            case "invalid", "invalid address" -> Reason.INVALID;
            default -> Reason.OTHER;
        };
        return bare.because(why, reason);
    }

    // why: what was answered when the message was taken is only the part before the first dot.
    private static @Nullable String messageId(@Nullable String sgMessageId) {
        return sgMessageId == null ? null : sgMessageId.split("\\.", 2)[0];
    }
}
