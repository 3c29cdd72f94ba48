package dev.afterglow.journey.check;

import java.util.List;
import java.util.Optional;

/** What journeys can hear of. */
final class KnownEvents {

    /** Stands for whatever the journey entered with. */
    static final String BUSINESS_KEY = "businessKey";

    private static final String OWN = "custom.";

    /**
     * One event.
     *
     * @param key the variable whose value journeys wait with; empty when it is told with whatever subject it was sent with
     */
    record Known(String name, String key) {}

    private static final List<Known> ALL = List.of(
            order("created"),
            order("paid"),
            order("cancelled"),
            order("delivered"),
            order("partially-refunded"),
            order("refunded"),
            order("returned"),
            new Known("return.opened", "orderId"),
            new Known("return.closed", "orderId"),
            parcel("shipped"),
            parcel("picked-up"),
            parcel("in-transit"),
            parcel("out-for-delivery"),
            parcel("on-hold"),
            parcel("delivery-delayed"),
            parcel("delivery-failed"),
            parcel("ready-for-pickup"),
            parcel("delivered"),
            parcel("return-to-sender"),
            parcel("lost"),
            parcel("damaged"),
            parcel("cancelled"),
            new Known("feedback.answered", "surveyId"),
            new Known("review.given", "reviewId"),
            new Known("offer.redeemed", "offerId"),
            new Known("birthday.due", "customerId"),
            new Known("message.bounced", BUSINESS_KEY),
            new Known("message.complained", BUSINESS_KEY),
            new Known("message.received", "customerId"),
            new Known("consent.pending", "customerId"),
            any("consent.given"),
            any("consent.withdrawn"),
            new Known("case.changed", "caseId"),
            any("case.opened"),
            any("case.closed"));

    private KnownEvents() {}

    private static Known order(String what) {
        return new Known("order." + what, "orderId");
    }

    private static Known parcel(String what) {
        return new Known("parcel." + what, "parcelId");
    }

    private static Known any(String name) {
        return new Known(name, "");
    }

    /** The event with this name; the shop's own are all known. */
    static Optional<Known> named(String name) {
        return name.startsWith(OWN) && name.length() > OWN.length()
                ? Optional.of(any(name))
                : ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Known::name).toList();
    }
}
