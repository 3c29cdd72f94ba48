package dev.afterglow.intake.ses;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Amazon SES reports, as notification or as published event, one for each recipient. Source: AWS, "Contents of
 * event data that Amazon SES publishes to Amazon SNS" (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html).
 */
final class SesEvent {

    private SesEvent() {}

    static List<ProviderEvent> of(String snsId, Field report) {
        report.object();
        String type = type(report);
        return switch (type) {
            case "Bounce" -> bounce(snsId, report, report.at("bounce").object());
            case "Complaint" -> complaint(snsId, report, report.at("complaint").object());
            case "Delivery" ->
                each(
                        snsId,
                        report,
                        "delivery",
                        Kind.DELIVERED,
                        report.at("delivery").at("recipients"),
                        bare -> bare);
            case "DeliveryDelay" ->
                delay(snsId, report, report.at("deliveryDelay").object());
            case "Reject" -> {
                String why = report.at("reject").at("reason").text(500);
                yield toAll(snsId, report, null, Kind.REJECTED, bare -> bare.because(Reason.OTHER, why));
            }
            case "Rendering Failure" -> {
                String why = report.at("failure").at("errorMessage").text(1000);
                yield toAll(snsId, report, null, Kind.FAILED, bare -> bare.because(Reason.OTHER, why));
            }
            case "Send" -> toAll(snsId, report, null, Kind.QUEUED, bare -> bare);
            case "Open" -> toAll(snsId, report, "open", Kind.OPENED, bare -> bare);
            case "Click" -> toAll(snsId, report, "click", Kind.CLICKED, bare -> bare);
            case "Subscription" -> toAll(snsId, report, "subscription", Kind.UNSUBSCRIBED, bare -> bare);
            // why: a test of the subscription, which tells nothing about any message.
            case "AmazonSnsSubscriptionSucceeded" -> List.of();
            default -> toAll(snsId, report, null, Kind.UNKNOWN, bare -> bare);
        };
    }

    private static String type(Field report) {
        String published = report.at("eventType").text(60);
        String type =
                published != null ? published : report.at("notificationType").text(60);
        if (type == null) {
            throw report.at("eventType").refuse("is missing, and so is notificationType");
        }
        return type;
    }

    private static List<ProviderEvent> bounce(String snsId, Field report, Field bounce) {
        String type = Objects.requireNonNullElse(bounce.at("bounceType").text(40), "");
        String subType = Objects.requireNonNullElse(bounce.at("bounceSubType").text(60), "");
        String id = Objects.requireNonNullElse(bounce.at("feedbackId").id(), snsId);
        return each(id, report, "bounce", Kind.BOUNCED, bounce.at("bouncedRecipients"), bare -> switch (subType) {
            case "Suppressed", "OnAccountSuppressionList" ->
                bare.as(Kind.REJECTED).because(Reason.BOUNCED, bare.detail());
            case "UnsubscribedRecipient" -> bare.as(Kind.REJECTED).because(Reason.UNSUBSCRIBED, bare.detail());
            default ->
                type.equals("Permanent")
                        ? bare.forGood(subType.equals("NoEmail") ? Reason.INVALID : Reason.BOUNCED, bare.detail())
                        : bare.because(Reason.OTHER, bare.detail());
        });
    }

    private static List<ProviderEvent> complaint(String snsId, Field report, Field complaint) {
        boolean onList = "OnAccountSuppressionList"
                .equals(complaint.at("complaintSubType").text(60));
        boolean takenBack =
                "not-spam".equals(complaint.at("complaintFeedbackType").text(60));
        String id = Objects.requireNonNullElse(complaint.at("feedbackId").id(), snsId);
        return each(
                id,
                report,
                "complaint",
                Kind.COMPLAINED,
                complaint.at("complainedRecipients"),
                bare -> onList
                        ? bare.as(Kind.REJECTED).because(Reason.SPAM, null)
                        : takenBack ? bare.as(Kind.UNKNOWN) : bare);
    }

    private static List<ProviderEvent> delay(String snsId, Field report, Field delay) {
        return each(
                snsId,
                report,
                "deliveryDelay",
                Kind.DEFERRED,
                delay.at("delayedRecipients"),
                bare -> bare.because(Reason.OTHER, delay.at("delayType").text(100)));
    }

    private static List<ProviderEvent> toAll(
            String id, Field report, @Nullable String part, Kind kind, UnaryOperator<ProviderEvent> more) {
        return each(id, report, part, kind, report.at("mail").at("destination"), more);
    }

    private static List<ProviderEvent> each(
            String id,
            Field report,
            @Nullable String part,
            Kind kind,
            Field recipients,
            UnaryOperator<ProviderEvent> more) {
        Field mail = report.at("mail").object();
        Field time = part == null ? mail.at("timestamp") : report.at(part).at("timestamp");
        List<ProviderEvent> told = new ArrayList<>();
        for (Field recipient : recipients.items()) {
            boolean plain = recipient.node() != null && recipient.node().isTextual();
            ProviderEvent bare = ProviderEvent.of(
                            "ses",
                            kind.word() + ":" + id + ":" + told.size(),
                            kind,
                            "email",
                            Moments.required(time.isEmpty() ? mail.at("timestamp") : time))
                    .to(
                            plain
                                    ? recipient.text(320)
                                    : recipient.at("emailAddress").text(320))
                    .about(ours(mail), mail.at("messageId").text(300))
                    .saying(plain ? null : recipient.at("diagnosticCode").text(1000));
            told.add(more.apply(bare));
        }
        if (told.isEmpty()) {
            throw recipients.refuse("must name at least one recipient");
        }
        return told;
    }

    // why: SES puts its own Message-ID in place of ours; the original headers are there when the identity includes
    // them.
    private static @Nullable String ours(Field mail) {
        Field tags = mail.at("tags").at(OurMessage.FIELD);
        for (Field tag : tags.items()) {
            return OurMessage.id(tag.text(100));
        }
        for (Field header : mail.at("headers").items()) {
            String name = Objects.requireNonNullElse(header.at("name").text(100), "");
            String id = OurMessage.in(header.at("value").text(300));
            if (id != null && (name.equalsIgnoreCase("Message-ID") || name.equalsIgnoreCase("X-Entity-Ref-ID"))) {
                return id;
            }
        }
        return OurMessage.in(mail.at("commonHeaders").at("messageId").text(300));
    }
}
