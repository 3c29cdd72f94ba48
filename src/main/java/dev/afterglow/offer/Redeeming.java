package dev.afterglow.offer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Redeems codes, each for one order, and tells the journeys. */
@Service
class Redeeming {

    private static final String DEVELOPMENTS = "afterglow";
    private static final String REDEEMED = "offer.redeemed";

    private final Offers offers;
    private final Events events;
    private final Clock clock;
    private final MeterRegistry meters;

    Redeeming(Offers offers, Events events, Clock clock, MeterRegistry meters) {
        this.offers = offers;
        this.events = events;
        this.clock = clock;
        this.meters = meters;
    }

    /** Redeems the code; asked again for the same order, the answer is the same. */
    @Transactional
    Answer redeem(Code code, Redemption wanted) {
        boolean redeemed = offers.redeem(code, wanted);
        Optional<Offer> known = offers.with(code);
        if (redeemed) {
            known.ifPresent(this::tell);
        }
        return known.map(offer -> answer(offer, wanted)).orElseGet(() -> new Answer.No(Objection.UNKNOWN));
    }

    private Answer answer(Offer offer, Redemption wanted) {
        return switch (offer.at(clock.instant())) {
            case REDEEMED ->
                wanted.order().equals(offer.orderId()) ? new Answer.Yes(offer) : new Answer.No(Objection.REDEEMED);
            case VOID -> new Answer.No(Objection.VOID);
            case EXPIRED -> new Answer.No(Objection.EXPIRED);
            case ISSUED ->
                new Answer.No(
                        offer.terms().isIn(wanted.currency())
                                ? Objection.MINIMUM_NOT_REACHED
                                : Objection.WRONG_CURRENCY);
        };
    }

    private void tell(Offer offer) {
        meters.counter("afterglow.offers", "offer", offer.name(), "outcome", "redeemed")
                .increment();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("offer", offer.name());
        String id = REDEEMED + ":" + offer.id();
        events.record(new Event(
                DEVELOPMENTS,
                id,
                id,
                REDEEMED,
                offer.id(),
                offer.orderId() == null ? null : offer.shop().own(offer.orderId()),
                offer.customerId(),
                (String) null,
                body.toString(),
                clock.instant()));
    }

    /** What becomes of a wish to redeem. */
    sealed interface Answer {

        /** It is redeemed for this order. */
        record Yes(Offer offer) implements Answer {}

        /** It is not. */
        record No(Objection objection) implements Answer {}
    }
}
