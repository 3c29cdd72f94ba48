package dev.afterglow.order;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goods that left the shop together, and the labels on their parcels. */
final class Shipments {

    private static final Shipment.Label NO_LABEL = new Shipment.Label(null, null, null);
    private static final String INSERT =
            "insert into shipments (id, order_id, cancelled, told_at) values (?, ?, ?, '') on conflict do nothing";
    private static final String LATER = """
            update shipments set cancelled = ?, told_at = ? where id = ? and told_at <= ?
            """;
    private static final String INSERT_LINE =
            "insert into shipment_lines (shipment_id, line_id, quantity) values (?, ?, ?)";
    private static final String INSERT_PARCEL = """
            insert into parcels (id, shipment_id, order_id, position, gone, status, since, announced_at)
            values (?, ?, ?, ?, false, 'pending', ?, ?) on conflict do nothing
            """;
    private static final String LABEL = """
            update parcels set carrier = ?, number = ?, number_name = ?, url = ?, gone = ? where id = ?
            """;
    private static final String EARLIER =
            "update parcels set announced_at = ? where shipment_id = ? and announced_at > ?";
    private static final String GONE = "update parcels set gone = true where shipment_id = ? and position >= ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Shipments(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps it, if nothing later was told before. */
    void keep(ShopKey shop, Shipment told, String stamp) {
        jdbc.sql(INSERT).params(told.id(), told.orderId(), told.cancelled()).update();
        boolean isLater = jdbc.sql(LATER)
                        .params(told.cancelled(), stamp, told.id(), stamp)
                        .update()
                == 1;
        if (isLater) {
            keepLines(told);
            keepParcels(shop, told);
        }
        jdbc.sql(EARLIER)
                .params(Instants.param(told.at()), told.id(), Instants.param(told.at()))
                .update();
    }

    /** The names its parcels go by: their own, and the numbers on them. */
    static List<String> names(ShopKey shop, Shipment told) {
        List<String> names = new ArrayList<>();
        names.add(Parcels.name(shop, new ParcelName.OfShipment(told.id(), told.orderId())));
        for (int position = 0; position < labels(told).size(); position++) {
            Optional.ofNullable(numberName(shop, labels(told).get(position))).ifPresent(names::add);
        }
        return names;
    }

    /** What is in it; nothing named: all of the order. */
    List<Shipment.Line> lines(String id) {
        return jdbc.sql("select line_id, quantity from shipment_lines where shipment_id = ? order by line_id")
                .param(id)
                .query(Shipment.Line.class)
                .list();
    }

    private void keepLines(Shipment told) {
        jdbc.sql("delete from shipment_lines where shipment_id = ?")
                .param(told.id())
                .update();
        batches.batchUpdate(
                INSERT_LINE,
                told.lines().stream()
                        .map(line -> new Object[] {told.id(), line.lineId(), line.quantity()})
                        .toList());
    }

    private void keepParcels(ShopKey shop, Shipment told) {
        List<Shipment.Label> labels = labels(told);
        for (int position = 0; position < labels.size(); position++) {
            Shipment.Label label = labels.get(position);
            String id = parcelId(told, position);
            jdbc.sql(INSERT_PARCEL)
                    .params(
                            id,
                            told.id(),
                            told.orderId(),
                            position,
                            Instants.param(told.at()),
                            Instants.param(told.at()))
                    .update();
            jdbc.sql(LABEL)
                    .params(label.carrier(), label.number(), numberName(shop, label), label.url(), told.cancelled(), id)
                    .update();
        }
        jdbc.sql(GONE).params(told.id(), labels.size()).update();
    }

    private static List<Shipment.Label> labels(Shipment told) {
        return told.labels().isEmpty() ? List.of(NO_LABEL) : told.labels();
    }

    private static String parcelId(Shipment told, int position) {
        return position == 0 ? told.id() : told.id() + "." + (position + 1);
    }

    private static @Nullable String numberName(ShopKey shop, Shipment.Label label) {
        return label.number() == null ? null : Parcels.name(shop, new ParcelName.Numbered(label.number()));
    }
}
