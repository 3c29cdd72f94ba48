package dev.afterglow.history;

import dev.afterglow.history.file.Cells;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.Row;
import dev.afterglow.intake.Fact;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the rows of an order tell of its parcels: one for each tracking number, one where none has a number. */
final class ParcelsInFile {

    private ParcelsInFile() {}

    static List<Fact> facts(String orderId, Understanding reading, List<Row> rows, Instant at) {
        Map<String, Cells> parcels = new LinkedHashMap<>();
        for (Row row : rows) {
            boolean told = row.text(Column.TRACKING_NUMBER) != null
                    || row.text(Column.SHIPPED_AT) != null
                    || row.text(Column.DELIVERED_AT) != null;
            if (told) {
                parcels.putIfAbsent(
                        Objects.requireNonNullElse(row.text(Column.TRACKING_NUMBER), ""), reading.cells(row));
            }
        }
        List<Fact> facts = new ArrayList<>();
        parcels.forEach((number, cells) -> facts.addAll(parcel(orderId, number, cells, at)));
        return facts;
    }

    private static List<Fact> parcel(String orderId, String number, Cells cells, Instant at) {
        Instant left = cells.instant(Column.SHIPPED_AT);
        Instant arrived = cells.instant(Column.DELIVERED_AT);
        String id = "history/" + orderId + (number.isEmpty() ? "" : "/" + number);
        String tracking = cells.text(Column.TRACKING_NUMBER, 100);
        List<Shipment.Label> labels = tracking == null
                ? List.of()
                : List.of(new Shipment.Label(cells.text(Column.CARRIER, 100), tracking, null));
        Instant told = left != null ? left : arrived != null ? arrived : at;
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Shipped(new Shipment(id, orderId, told, false, List.of(), labels)));
        if (arrived != null) {
            ParcelName parcel = new ParcelName.OfShipment(id, orderId);
            facts.add(new Fact.Scanned(parcel, new Scan(ParcelStatus.DELIVERED, arrived)));
        }
        return facts;
    }
}
