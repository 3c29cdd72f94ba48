package dev.afterglow.intake;

import dev.afterglow.order.ParcelName;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets in only what is told of a shop there is, by ids that cannot be taken for another shop's. */
@Component
class KnownShops {

    private final Shops shops;

    KnownShops(Shops shops) {
        this.shops = shops;
    }

    /**
     * The report, if it may be stored.
     *
     * @throws Refusal naming the shop that is not configured, or the one an id would belong to
     */
    Told admitted(Told told) {
        ShopKey shop = told.shop();
        if (shops.find(shop).isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Unknown shop",
                    "There is no shop \"%s\" here: afterglow.shops.%s is not configured."
                            .formatted(shop.name(), shop.name()));
        }
        if (shop.equals(ShopKey.MAIN) && shops.areSeveral()) {
            ids(told)
                    .map(shops::ofOrder)
                    .filter(owner -> !owner.equals(ShopKey.MAIN))
                    .findFirst()
                    .ifPresent(KnownShops::refuse);
        }
        return told;
    }

    private static void refuse(ShopKey owner) {
        throw Refusal.wrongShape("An id of the main shop begins with \"%s/\", as only ids of the shop \"%s\" do."
                .formatted(owner.name(), owner.name()));
    }

    private static Stream<String> ids(Told told) {
        Stream<String> named = Stream.concat(
                Stream.of(told.subject()), Optional.ofNullable(told.order()).map(order -> order.id()).stream());
        return Stream.concat(named, told.facts().stream().flatMap(KnownShops::ids));
    }

    private static Stream<String> ids(Fact fact) {
        return switch (fact) {
            case Fact.Shipped shipped ->
                Stream.of(shipped.shipment().id(), shipped.shipment().orderId());
            case Fact.Scanned scanned -> ids(scanned.parcel());
            case Fact.Promised promised -> ids(promised.parcel());
            case Fact.OrderPromised promised -> Stream.of(promised.orderId());
            case Fact.Refunded refunded ->
                Stream.of(refunded.refund().id(), refunded.refund().orderId());
            case Fact.CaseOpened opened -> Stream.ofNullable(opened.orderId());
            case Fact.CaseClosed closed -> Stream.ofNullable(closed.orderId());
            case Fact.Delivered delivered -> Stream.of();
            case Fact.Returned returned -> Stream.of();
            case Fact.Born born -> Stream.of();
            case Fact.Said said -> Stream.of();
        };
    }

    // why: the number on a label is the carrier's own, whatever it looks like.
    private static Stream<String> ids(ParcelName parcel) {
        return switch (parcel) {
            case ParcelName.OfShipment of -> Stream.of(of.shipmentId(), of.orderId());
            case ParcelName.Numbered numbered -> Stream.of();
        };
    }
}
