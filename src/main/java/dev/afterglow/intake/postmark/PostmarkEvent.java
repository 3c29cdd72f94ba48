package dev.afterglow.intake.postmark;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.Objects;

/**
 * Reads what Postmark reports. Source: Postmark, "Webhooks" (https://postmarkapp.com/developer/webhooks/webhooks-overview)
 * and "Bounce types" (https://postmarkapp.com/developer/api/bounce-api#bounce-types).
 */
final class PostmarkEvent {

    private PostmarkEvent() {}

    static ProviderEvent of(Field data) {
        data.object();
        String type = data.at("RecordType").text(40);
        if (type == null) {
            throw data.at("RecordType").refuse("is missing");
        }
        return switch (type) {
            case "Delivery" -> bare(data, type, Kind.DELIVERED, "Recipient", "DeliveredAt");
            case "Open" -> bare(data, type, Kind.OPENED, "Recipient", "ReceivedAt");
            case "Click" -> bare(data, type, Kind.CLICKED, "Recipient", "ReceivedAt");
            case "SpamComplaint" -> bare(data, type, Kind.COMPLAINED, "Email", "BouncedAt");
            case "Bounce" -> bounced(bare(data, type, Kind.BOUNCED, "Email", "BouncedAt"), data);
            case "SubscriptionChange" -> changed(bare(data, type, Kind.SUBSCRIBED, "Recipient", "ChangedAt"), data);
            default -> throw data.at("RecordType").refuse("is not a kind of report that is known here");
        };
    }

    private static ProviderEvent bare(Field data, String type, Kind kind, String address, String time) {
        String messageId = data.at("MessageID").text(100);
        String to = data.at(address).text(320);
        // why: Postmark gives most of its reports no id; repeated ones are equal in all of these.
        String id = Json.hash(
                type,
                String.valueOf(data.at("ID").id()),
                String.valueOf(messageId),
                String.valueOf(to),
                String.valueOf(data.at(time).text(64)));
        return ProviderEvent.of("postmark", id, kind, "email", Moments.required(data.at(time)))
                .to(to)
                .about(OurMessage.id(data.at("Metadata").at(OurMessage.FIELD).text(100)), messageId);
    }

    private static ProviderEvent bounced(ProviderEvent bare, Field data) {
        String words = data.at("Details").text(1000);
        return switch (Objects.requireNonNullElse(data.at("Type").text(60), "")) {
            case "HardBounce" -> bare.forGood(Reason.BOUNCED, words);
            case "BadEmailAddress" -> bare.forGood(Reason.INVALID, words);
            case "SpamComplaint" -> bare.as(Kind.COMPLAINED);
            case "ManuallyDeactivated" -> bare.as(Kind.REJECTED).because(Reason.BOUNCED, words);
            case "Unsubscribe" -> bare.as(Kind.UNSUBSCRIBED);
            case "Subscribe" -> bare.as(Kind.SUBSCRIBED);
            case "AutoResponder", "ChallengeVerification" -> bare.as(Kind.AUTORESPONDED);
            case "Transient" -> bare.as(Kind.DEFERRED).because(Reason.OTHER, words);
            case "Blocked", "DMARCPolicy" -> bare.because(Reason.BLOCKED, words);
            case "SpamNotification" -> bare.because(Reason.SPAM, words);
            case "SMTPApiError", "TemplateRenderingFailed" ->
                bare.as(Kind.FAILED).because(Reason.OTHER, words);
            default ->
                data.at("Inactive").flag() ? bare.forGood(Reason.BOUNCED, words) : bare.because(Reason.OTHER, words);
        };
    }

    private static ProviderEvent changed(ProviderEvent bare, Field data) {
        if (!data.at("SuppressSending").flag()) {
            return bare;
        }
        return switch (Objects.requireNonNullElse(data.at("SuppressionReason").text(60), "")) {
            case "HardBounce" -> bare.as(Kind.REJECTED).because(Reason.BOUNCED, null);
            case "SpamComplaint" -> bare.as(Kind.REJECTED).because(Reason.SPAM, null);
            default -> bare.as(Kind.UNSUBSCRIBED).because(Reason.UNSUBSCRIBED, null);
        };
    }
}
