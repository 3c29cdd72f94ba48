package dev.afterglow.console;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes as sentences. What is not known here is shown as it is. */
public final class PlainWords {

    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("order.created", "Order placed"),
            Map.entry("order.paid", "Order paid"),
            Map.entry("order.cancelled", "Order cancelled"),
            Map.entry("order.updated", "Order changed"),
            Map.entry("order.edited", "Lines of the order changed"),
            Map.entry("order.fulfilled", "All of the order left the shop"),
            Map.entry("order.delivered", "Delivered"),
            Map.entry("order.refunded", "Money went back, all of it"),
            Map.entry("order.partially-refunded", "Some money went back"),
            Map.entry("shipment.told", "Shipment told"),
            Map.entry("refund.told", "Refund told"),
            Map.entry("parcel.scanned", "Parcel seen"),
            Map.entry("parcel.shipped", "Parcel left the shop"),
            Map.entry("parcel.in-transit", "Parcel on its way"),
            Map.entry("parcel.out-for-delivery", "Parcel out for delivery"),
            Map.entry("parcel.delivery-failed", "Parcel could not be delivered"),
            Map.entry("parcel.ready-for-pickup", "Parcel waits to be picked up"),
            Map.entry("parcel.on-hold", "Parcel is held up"),
            Map.entry("parcel.delivery-delayed", "Parcel will be late"),
            Map.entry("parcel.delivered", "Parcel delivered"),
            Map.entry("parcel.return-to-sender", "Parcel goes back to the shop"),
            Map.entry("parcel.lost", "Parcel lost"),
            Map.entry("parcel.damaged", "Parcel damaged"),
            Map.entry("parcel.cancelled", "Parcel does not travel"),
            Map.entry("order.returned", "Sent back or refunded"),
            Map.entry("return.opened", "Wants to send something back"),
            Map.entry("return.closed", "The return is settled"),
            Map.entry("return.told", "The return changed"),
            Map.entry("birthday.due", "Birthday"),
            Map.entry("offer.redeemed", "Code redeemed"),
            Map.entry("shop.uninstalled", "The shop took Afterglow out"),
            Map.entry("customer.updated", "Customer data changed"),
            Map.entry("consent.given", "Agreed to messages"),
            Map.entry("consent.pending", "Signed up, and has yet to confirm it"),
            Map.entry("consent.withdrawn", "Wants no more messages"),
            Map.entry("feedback.answered", "Answered a survey"),
            Map.entry("review.given", "Wrote a review"),
            Map.entry("case.opened", "Waits for an answer"),
            Map.entry("case.changed", "Somebody saw to the case, or set another deadline"),
            Map.entry("case.closed", "Got an answer"));

    private PlainWords() {}

    /** Why something did not happen. */
    public static String reason(String code) {
        return PlainReasons.sentence(code);
    }

    /** Why nothing is sent to an address. */
    static String suppression(String reason) {
        return switch (reason) {
            case "hard-bounce" -> "The address does not exist.";
            case "soft-bounces" -> "The address was full or away too often for too long.";
            case "suppressed-by-provider" -> "The provider no longer delivers to it.";
            case "complaint" -> "Its owner called a message spam: no more marketing.";
            case "unsubscribed" -> "Its owner wanted no more marketing.";
            case "stopped" -> "Its owner replied STOP.";
            default -> reason;
        };
    }

    /** What a sender reported. */
    public static String event(String type) {
        return EVENTS.getOrDefault(type, type);
    }

    /** A message by the name of its words, such as "Thank-you". */
    static String message(String template) {
        return capitalised(template);
    }

    /** What a message goes by, such as "text message". */
    public static String channel(String channel) {
        return switch (channel) {
            case "email" -> "e-mail";
            case "sms" -> "text message";
            case "whatsapp" -> "WhatsApp";
            case "push" -> "push";
            case "letter" -> "letter";
            default -> channel;
        };
    }

    /** A language by its BCP 47 tag, such as "German (Austria)". */
    static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** What carries a message. */
    static String transport(@Nullable String transport) {
        return switch (transport) {
            case "smtp" -> "the mail server";
            case "capture" -> "nobody: it is kept for looking at";
            case null -> "the other side";
            default -> transport;
        };
    }

    /** What a message is about, as consent is given for it. */
    static String topic(String topic) {
        return switch (topic) {
            case "order" -> "the order";
            case "feedback" -> "asking how it was";
            case "reviews" -> "asking for a review";
            case "care" -> "care and use";
            case "offers" -> "offers";
            default -> topic;
        };
    }

    static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The name of a person, or the next best thing; empty when nothing is known. */
    static String name(@Nullable String first, @Nullable String last, @Nullable String email) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return !name.isEmpty() ? name : email == null ? "" : email;
    }
}
