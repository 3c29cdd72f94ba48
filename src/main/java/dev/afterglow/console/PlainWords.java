package dev.afterglow.console;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes as sentences. What is not known here is shown as it is. */
final class PlainWords {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("test-order", "It is a test order, and nobody is written to about those."),
            Map.entry("order-cancelled", "The order was cancelled."),
            Map.entry("order-voided", "The payment was called off before it was taken."),
            Map.entry("order-unknown", "No order with this id is known."),
            Map.entry("not-paid", "The order is not paid."),
            Map.entry("already-entered", "This journey has already begun for this order; it never does so twice."),
            Map.entry("no-address", "There is no address to write to."),
            Map.entry("no-answer", "The other side took it, and the answer got lost."),
            Map.entry("arrived", "Somebody found out that it arrived."),
            Map.entry("left-as-it-is", "Somebody looked into it and left it as it is."),
            Map.entry("not-taken", "The other side did not take it; it is tried again."),
            Map.entry("not-useful-any-more", "It would have come too late to be of use."),
            Map.entry("suppressed", "The address does not take messages: one came back for good, or the provider refuses it."),
            Map.entry("complained", "The customer called one of our messages spam, which ends marketing."),
            Map.entry("invalid-address", "What is known as the e-mail address is none."),
            Map.entry("address-needs-smtputf8", "The mail server does not take addresses with such letters."),
            Map.entry("invalid-number", "What is known as the phone number is none that can be reached."),
            Map.entry("opted-out", "The customer told the provider to stop."),
            Map.entry("outside-window", "The customer did not write within the last day, and there is no template."),
            Map.entry("template-refused", "WhatsApp does not take the template as it is filled in."),
            Map.entry("gone", "The customer's devices no longer take push messages."),
            Map.entry("no-consent", "The customer has not agreed to messages of this kind."),
            Map.entry("consent-pending", "The customer agreed, but has not confirmed the address yet."),
            Map.entry("consent-withdrawn", "The customer does not want messages of this kind any more."),
            Map.entry("channel-off", "The customer switched this channel off for marketing."),
            Map.entry("paused", "The customer paused marketing for a while."),
            Map.entry("duplicate-occasion", "The customer got these words for the same occasion already."),
            Map.entry("not-delivered-yet", "Nothing of the order has arrived yet."),
            Map.entry("nothing-kept", "The customer has nothing of the order: it went back, or its money did."),
            Map.entry("open-case", "The customer waits for an answer of ours, and gets no marketing meanwhile."),
            Map.entry("quiet-hours", "It is night where the customer lives."),
            Map.entry("frequency-cap", "The customer got as much marketing as there may be for now."),
            Map.entry("stopped-while-sending", "It was being handed over when the app stopped, and is not sent twice."),
            Map.entry(
                    "connection-lost-while-sending",
                    "The connection broke while it was being handed over, and it is not sent twice."));
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("order.created", "Order placed"),
            Map.entry("order.paid", "Order paid"),
            Map.entry("order.cancelled", "Order cancelled"),
            Map.entry("order.delivered", "Delivered"),
            Map.entry("order.returned", "Sent back or refunded"),
            Map.entry("customer.updated", "Customer data changed"),
            Map.entry("consent.given", "Agreed to messages"),
            Map.entry("consent.withdrawn", "Wants no more messages"),
            Map.entry("case.opened", "Waits for an answer"),
            Map.entry("case.closed", "Got an answer"));
    private static final Map<String, String> REFUSED_BY = Map.of(
            "smtp", "The mail server",
            "sms", "The provider of text messages",
            "whatsapp", "WhatsApp",
            "push", "The push service");
    private static final Pattern NUMBERED = Pattern.compile("(?<who>smtp|sms|whatsapp|push)-(?<number>\\d+)");

    private PlainWords() {}

    /** Why something did not happen. */
    static String reason(String code) {
        String known = REASONS.get(code);
        return known == null ? refusal(code) : known;
    }

    /** What a channel answered, where it has only a number for it. */
    private static String refusal(String code) {
        Matcher number = NUMBERED.matcher(code);
        return number.matches()
                ? REFUSED_BY.get(number.group("who")) + " refused it (" + number.group("number") + ")."
                : code;
    }

    /** Why nothing is sent to an address. */
    static String suppression(String reason) {
        return switch (reason) {
            case "hard-bounce" -> "The address does not exist.";
            case "soft-bounces" -> "The address was full or away too often for too long.";
            case "suppressed-by-provider" -> "The provider no longer delivers to it.";
            case "complaint" -> "Its owner called a message spam: no more marketing.";
            case "unsubscribed" -> "Its owner wanted no more marketing.";
            default -> reason;
        };
    }

    /** What a sender reported. */
    static String event(String type) {
        return EVENTS.getOrDefault(type, type);
    }

    /** A message by the name of its words, such as "Thank-you". */
    static String message(String template) {
        return capitalised(template);
    }

    static String channel(String channel) {
        return switch (channel) {
            case "email" -> "e-mail";
            case "sms" -> "text message";
            case "whatsapp" -> "WhatsApp";
            case "push" -> "push";
            case "letter" -> "letter";
            default -> channel;
        };
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
