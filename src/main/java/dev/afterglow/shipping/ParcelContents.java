package dev.afterglow.shipping;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Shipment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is in a parcel, and what left together with it. */
@Component
class ParcelContents {

    private final Orders orders;
    private final Parcels parcels;
    private final Destinations destinations;

    ParcelContents(Orders orders, Parcels parcels, Destinations destinations) {
        this.orders = orders;
        this.parcels = parcels;
        this.destinations = destinations;
    }

    /** What is in it, as words take it; empty when we cannot know, because the shipment has more parcels. */
    List<Map<String, Object>> of(Parcel parcel) {
        List<Parcel> all = parcels.of(parcel.orderId());
        List<Shipment.Line> goods = parcels.goods(parcel);
        boolean alone = all.stream()
                        .filter(other -> goods.isEmpty() || other.shipment().equals(parcel.shipment()))
                        .count()
                == 1;
        List<OrderLine> lines = orders.find(parcel.orderId()).map(Order::lines).orElse(List.of());
        if (!alone) {
            return List.of();
        }
        return goods.isEmpty()
                ? lines.stream()
                        .filter(OrderLine::ships)
                        .map(line -> line(line, line.quantity()))
                        .toList()
                : goods.stream().flatMap(good -> line(good, lines)).toList();
    }

    /** The parcels of its order that were first heard of on the same day at the delivery address, it comes first. */
    List<Parcel> together(Parcel parcel) {
        ZoneId zone = destinations.zone(parcel.orderId());
        LocalDate day = Sightings.first(parcel).atZone(zone).toLocalDate();
        Stream<Parcel> others = parcels.of(parcel.orderId()).stream()
                .filter(other -> !other.id().equals(parcel.id()) && other.status() != ParcelStatus.CANCELLED)
                .filter(other ->
                        Sightings.first(other).atZone(zone).toLocalDate().equals(day));
        return Stream.concat(Stream.of(parcel), others).toList();
    }

    private static Stream<Map<String, Object>> line(Shipment.Line good, List<OrderLine> lines) {
        return lines.stream()
                .filter(line -> good.lineId().equals(line.id()))
                .limit(1)
                .map(line -> line(line, good.quantity()));
    }

    private static Map<String, Object> line(OrderLine line, int quantity) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", line.title());
        values.put("variant", Objects.requireNonNullElse(line.variant(), ""));
        values.put("quantity", quantity);
        return values;
    }
}
