package dev.afterglow.console;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reason codes as sentences. */
final class PlainReasons {

    private static final Map<String, String> OF_ORDERS = Map.ofEntries(
            Map.entry("test-order", "It is a test order, and nobody is written to about those."),
            Map.entry("order-cancelled", "The order was cancelled."),
            Map.entry("order-voided", "The payment was called off before it was taken."),
            Map.entry("parcel-cancelled", "The parcel does not travel."),
            Map.entry("parcel-returned", "The parcel went back to the shop."),
            Map.entry("parcel-lost", "The parcel was lost, or not seen for so long that it counts as lost."),
            Map.entry("too-long", "It was followed for as long as the journey says, and still is not there."),
            Map.entry("order-refunded", "All the money of the order went back."),
            Map.entry("low-score", "Answered a survey with a low score."),
            Map.entry("case-elsewhere", "The case is watched over by the system that opened it."),
            Map.entry("case-too-long", "The case was open for half a year; it is still on the list of cases."),
            Map.entry("did-not-work", "Said that it did not work."),
            Map.entry("order-unknown", "No order with this id is known."),
            Map.entry("parcel-unknown", "Nobody has told us of this parcel yet; the report is kept for it."),
            Map.entry("came-early", "It came before what it is about, waited, and was joined with it."),
            Map.entry("late", "It happened before something that was told earlier, and changes nothing now."),
            Map.entry("dated-ahead", "It was dated more than a day ahead, so it counts from when it was told."),
            Map.entry("contradicts", "It cannot be after what had happened before it, and changes nothing."),
            Map.entry("known-already", "It was told before, and nothing happens twice."),
            Map.entry("too-old", "It happened too long ago for journeys to hear of it."),
            Map.entry("shop-gone", "The shop had taken Afterglow out by then; nothing new begins for its customers."),
            Map.entry("not-paid", "The order is not paid."),
            Map.entry("code-redeemed", "The customer redeemed the code."),
            Map.entry("no-code-left", "All codes of the month were given, so there was none."),
            Map.entry("not-told", "The message with the code was not sent, so the code was taken back."),
            Map.entry("already-entered", "This journey has already begun for the same thing; it never does so twice."),
            Map.entry(
                    "not-in-audience",
                    "The journey is for first-time or for repeat buyers, and this is the other kind."),
            Map.entry("journey-closed", "The journey is closed for newcomers; it says so in its first step."),
            Map.entry(
                    "entered-before", "The customer was in this journey before, and may not be again, or not so soon."),
            Map.entry(
                    "held-out",
                    "The customer is one of those who never enter this journey, to be compared with those who do."));
    private static final Map<String, String> OF_POLICIES = Map.ofEntries(
            Map.entry("not-useful-any-more", "It would have come too late to be of use."),
            Map.entry("parcel-moved-on", "The parcel was somewhere else by then, so the words were not true any more."),
            Map.entry("erased", "The customer asked to be forgotten."),
            Map.entry("no-address", "There is no address to write to."),
            Map.entry(
                    "suppressed",
                    "The address does not take messages: one came back for good, or the provider refuses it."),
            Map.entry("complained", "The customer called one of our messages spam, which ends marketing."),
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
            Map.entry("frequency-cap", "The customer got as much marketing as there may be for now."));
    private static final Map<String, String> OF_CHANNELS = Map.ofEntries(
            Map.entry("not-taken", "The other side did not take it; it is tried again."),
            Map.entry("no-answer", "The other side took it, and the answer got lost."),
            Map.entry("stopped-while-sending", "It was being handed over when the app stopped."),
            Map.entry("connection-lost-while-sending", "The connection broke while it was being handed over."),
            Map.entry(
                    "refused-when-repeated",
                    "It may have left before; sent once more, it was refused, which says nothing of the first time."),
            Map.entry("arrived", "Somebody, or the provider, found out that it arrived."),
            Map.entry("left-as-it-is", "Somebody looked into it and left it as it is."),
            Map.entry("invalid-address", "What is known as the e-mail address is none."),
            Map.entry("address-needs-smtputf8", "The mail server does not take addresses with such letters."),
            Map.entry("invalid-number", "What is known as the phone number is none that can be reached."),
            Map.entry("opted-out", "The customer told the provider to stop."),
            Map.entry(
                    "outside-window", "WhatsApp allows free words only within 24 hours of the customer's own message."),
            Map.entry(
                    "template-refused", "WhatsApp does not know this template, or does not accept what is filled in."),
            Map.entry("endpoint-unknown", "The words name an endpoint that is not configured."),
            Map.entry("gone", "The customer's devices no longer take push messages."));
    private static final Map<String, String> OF_REVIEWS = Map.of(
            "nothing-to-review",
                    "There was nothing to review: nothing was kept, or all of it was reviewed or asked about before.",
            "personal-data", "It tells names, addresses or other personal data.",
            "offensive", "It insults, threatens or is obscene.",
            "not-about-product", "It is about something else than the product.",
            "advertising", "It advertises something.",
            "unlawful", "The law forbids showing it.");
    private static final Map<String, String> REFUSED_BY = Map.of(
            "smtp", "The mail server",
            "sms", "The provider of text messages",
            "whatsapp", "WhatsApp",
            "push", "The push service",
            "webhook", "The receiving side");
    private static final Pattern NUMBERED = Pattern.compile("(?<who>smtp|sms|whatsapp|push|webhook)-(?<number>\\d+)");

    private PlainReasons() {}

    /** The sentence for this code; a code nobody knows is shown as it is. */
    static String sentence(String code) {
        return Stream.of(OF_ORDERS, OF_POLICIES, OF_CHANNELS, OF_REVIEWS)
                .flatMap(some -> Stream.ofNullable(some.get(code)))
                .findFirst()
                .orElseGet(() -> refusal(code));
    }

    /** What a channel answered, where it has only a number for it. */
    private static String refusal(String code) {
        Matcher number = NUMBERED.matcher(code);
        return number.matches()
                ? REFUSED_BY.get(number.group("who")) + " refused it (" + number.group("number") + ")."
                : code;
    }
}
