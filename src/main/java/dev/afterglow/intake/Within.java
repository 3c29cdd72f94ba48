package dev.afterglow.intake;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.order.Order;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import org.jspecify.annotations.Nullable;

/** Puts the ids in a report into the shop they come from, so that two shops' ids never mean the same thing. */
final class Within {

    private static final int LONGEST = 190;

    private final ShopKey shop;

    private Within(ShopKey shop) {
        this.shop = shop;
    }

    /**
     * The same report with ids that are unique here.
     *
     * @throws Refusal when one of them gets too long
     */
    static Told itsShop(Told told) {
        if (told.shop().equals(ShopKey.MAIN)) {
            return told;
        }
        Within within = new Within(told.shop());
        return new Told(
                told.sender(),
                told.senderEventId(),
                told.contentHash(),
                told.shop(),
                told.type(),
                within.own(told.subject()),
                told.occurredAt(),
                told.body(),
                within.order(told.order()),
                within.customer(told.customer()),
                told.facts().stream().map(within::fact).toList(),
                told.silence());
    }

    private String own(String id) {
        String own = shop.own(id);
        if (own.length() > LONGEST) {
            throw Refusal.wrongShape(
                    "An id is longer than %d characters with the name of its shop.".formatted(LONGEST));
        }
        return own;
    }

    private @Nullable Order order(@Nullable Order order) {
        return order == null ? null : order.called(own(order.id()));
    }

    private @Nullable CustomerFacts customer(@Nullable CustomerFacts facts) {
        return facts == null || facts.shopId() == null ? facts : facts.called(own(facts.shopId()));
    }

    private Fact fact(Fact fact) {
        return switch (fact) {
            case Fact.Shipped(Shipment told) ->
                new Fact.Shipped(new Shipment(
                        own(told.id()), own(told.orderId()), told.at(), told.cancelled(), told.lines(), told.labels()));
            case Fact.Scanned scanned -> new Fact.Scanned(parcel(scanned.parcel()), scanned.scan());
            case Fact.Promised promised -> new Fact.Promised(parcel(promised.parcel()), promised.promise());
            case Fact.OrderPromised promised -> new Fact.OrderPromised(own(promised.orderId()), promised.promise());
            case Fact.Refunded(Refund told) ->
                new Fact.Refunded(new Refund(
                        own(told.id()), own(told.orderId()), told.at(), told.amount(), told.reason(), told.lines()));
            case Fact.CaseOpened opened -> new Fact.CaseOpened(opened.id(), optional(opened.orderId()));
            case Fact.CaseClosed closed -> new Fact.CaseClosed(closed.id(), optional(closed.orderId()));
            case Fact.Delivered delivered -> delivered;
            case Fact.Returned returned -> returned;
            case Fact.Born born -> born;
            case Fact.Said said -> said;
        };
    }

    // why: a number on a label is the carrier's; the shop is told beside it wherever it is looked up.
    private ParcelName parcel(ParcelName name) {
        return switch (name) {
            case ParcelName.OfShipment of -> new ParcelName.OfShipment(own(of.shipmentId()), own(of.orderId()));
            case ParcelName.Numbered numbered -> numbered;
        };
    }

    private @Nullable String optional(@Nullable String id) {
        return id == null ? null : own(id);
    }
}
