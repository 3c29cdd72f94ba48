package dev.afterglow.intake.cloudevents;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what our own events tell of parcels, promises and refunds; their data was checked before. */
final class OurParcel {

    private OurParcel() {}

    /** What the shop said of a shipment. */
    static List<Fact> shipped(CloudEvent event, Instant at) {
        Field data = event.data();
        String orderId = data.at("orderId").requiredId();
        Shipment shipment = new Shipment(
                event.subject(),
                orderId,
                at,
                data.at("cancelled").flag(),
                data.at("lines").items().stream()
                        .map(line -> new Shipment.Line(line.at("id").requiredId(), quantity(line)))
                        .toList(),
                data.at("parcels").items().stream().map(OurParcel::label).toList());
        List<Fact> facts = new ArrayList<>(List.of(new Fact.Shipped(shipment)));
        facts.addAll(promised(new ParcelName.OfShipment(event.subject(), orderId), data, at));
        return facts;
    }

    /** What a carrier saw. */
    static List<Fact> scanned(CloudEvent event, Instant at) {
        Field data = event.data();
        ParcelName parcel = name(event);
        String told = event.type().substring("parcel.".length());
        String status =
                told.equals("scanned") ? String.valueOf(data.at("status").text(40)) : told;
        Scan scan = new Scan(
                ParcelStatus.of(status),
                at,
                incident(data.at("incident")),
                data.at("detail").text(100),
                data.at("place").text(200));
        List<Fact> facts = new ArrayList<>(List.of(new Fact.Scanned(parcel, scan)));
        facts.addAll(promised(parcel, data, at));
        return facts;
    }

    /** The day all of an order was said to arrive. */
    static Fact promised(CloudEvent event, Instant at) {
        return new Fact.OrderPromised(
                event.subject(), new Promise(Shape.day(event.data().at("promise")), at));
    }

    /** Money that went back. */
    static Fact refunded(CloudEvent event, Instant at) {
        Field data = event.data();
        return new Fact.Refunded(new Refund(
                data.at("refundId").requiredId(),
                event.subject(),
                at,
                data.at("amount").amount(),
                data.at("reason").text(300),
                data.at("lines").items().stream()
                        .map(line -> new Refund.Line(
                                line.at("id").requiredId(),
                                quantity(line),
                                line.at("amount").amount()))
                        .toList()));
    }

    private static List<Fact> promised(ParcelName parcel, Field data, Instant at) {
        Field day = data.at("promise");
        return day.isEmpty() ? List.of() : List.of(new Fact.Promised(parcel, new Promise(Shape.day(day), at)));
    }

    private static ParcelName name(CloudEvent event) {
        Field data = event.data();
        String number = data.at("number").text(100);
        String shipment = data.at("shipment").id();
        if (shipment != null) {
            return new ParcelName.OfShipment(shipment, data.at("orderId").requiredId());
        }
        return new ParcelName.Numbered(number != null ? number : event.subject());
    }

    private static @Nullable Incident incident(Field incident) {
        if (incident.isEmpty()) {
            return null;
        }
        String owner = String.valueOf(incident.at("owner").text(40)).toUpperCase(Locale.ROOT);
        return new Incident(
                Incident.Owner.valueOf(owner),
                String.valueOf(incident.at("reason").text(100)));
    }

    private static Shipment.Label label(Field parcel) {
        return new Shipment.Label(
                parcel.at("carrier").text(100),
                parcel.at("number").text(100),
                parcel.at("url").text(1000));
    }

    private static int quantity(Field line) {
        return Objects.requireNonNullElse(line.at("quantity").number(), 1);
    }
}
