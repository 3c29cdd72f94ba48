package dev.afterglow.order;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between the tables of parcels and their records. */
final class ParcelRows {

    static final String OF_SHIPMENT = "shipment:";
    private static final String SELECT = """
            select id, order_id, shipment_id, carrier, number, number_name, url, gone, status, since, delivered_at,
              incident_owner, incident, detail, announced_at, told_journeys
            from parcels
            """;
    private static final String SCANS = """
            select status, at, incident_owner, incident, detail, place from scans where name in (?, ?)
            order by at, status
            """;
    private static final String PROMISES = """
            select promised_for from promises where name in (?, ?, ?) order by told_at, promised_for
            """;
    private static final String STAND = """
            update parcels set status = ?, since = ?, incident_owner = ?, incident = ?, detail = ?, delivered_at = ?
            where id = ?
            """;
    private static final String OF_ORDER = " where order_id = ? order by shipment_id, position";

    /** A row of the table, with what only this room needs to know. */
    private record Row(
            Parcel parcel,
            @Nullable String numberName,
            boolean gone,
            Instant announcedAt,
            @Nullable String toldJourneys) {}

    private final JdbcClient jdbc;

    ParcelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Parcel> of(String orderId) {
        return parcels(OF_ORDER, orderId);
    }

    Optional<Parcel> find(String id) {
        return parcels(" where id = ?", id).stream().findFirst();
    }

    List<Parcel> ofShipment(String id) {
        return parcels(" where shipment_id = ? order by position", id);
    }

    /** All parcels that go by this name. */
    List<Parcel> named(String name) {
        return name.startsWith(OF_SHIPMENT)
                ? ofShipment(name.substring(OF_SHIPMENT.length()))
                : parcels(" where number_name = ? order by id", name);
    }

    List<Parcels.News> unannounced(String orderId) {
        return rows(OF_ORDER + " for update", orderId).stream()
                .filter(row -> !announcement(row.parcel()).equals(row.toldJourneys()))
                .map(row -> new Parcels.News(row.parcel(), row.toldJourneys() == null))
                .toList();
    }

    /** What journeys are told of a parcel, to know it again. */
    static String announcement(Parcel parcel) {
        return parcel.status().word() + " " + parcel.since();
    }

    /** Works out anew where the parcels of a shipment stand. */
    void stand(String id) {
        Row row = rows(" where id = ?", id).getFirst();
        Standing standing = Standing.after(scans(row), row.announcedAt());
        boolean gone = row.gone() && standing.status() == ParcelStatus.PENDING;
        Incident incident = standing.incident();
        jdbc.sql(STAND)
                .params(
                        gone ? ParcelStatus.CANCELLED.word() : standing.status().word(),
                        Instants.param(standing.since()),
                        incident == null ? null : incident.owner().word(),
                        incident == null ? null : incident.reason(),
                        standing.detail(),
                        Instants.param(standing.deliveredAt()),
                        id)
                .update();
    }

    private List<Parcel> parcels(String where, String param) {
        return rows(where, param).stream().map(this::whole).toList();
    }

    private Parcel whole(Row row) {
        List<LocalDate> promises = promises(row);
        return row.parcel()
                .with(
                        promises.isEmpty() ? null : promises.getFirst(),
                        promises.isEmpty() ? null : promises.getLast(),
                        scans(row));
    }

    private List<Row> rows(String where, String param) {
        return jdbc.sql(SELECT + where).param(param).query(ParcelRows::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Parcel parcel = new Parcel(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("shipment_id"),
                row.getString("carrier"),
                row.getString("number"),
                row.getString("url"),
                ParcelStatus.of(row.getString("status")),
                Instants.required(row, "since"),
                Instants.optional(row, "delivered_at"),
                incident(row),
                row.getString("detail"),
                null,
                null,
                List.of());
        return new Row(
                parcel,
                row.getString("number_name"),
                row.getBoolean("gone"),
                Instants.required(row, "announced_at"),
                row.getString("told_journeys"));
    }

    private List<LocalDate> promises(Row row) {
        return jdbc.sql(PROMISES)
                .params(
                        "order:" + row.parcel().orderId(),
                        OF_SHIPMENT + row.parcel().shipment(),
                        row.numberName() == null ? "" : row.numberName())
                .query((result, number) -> result.getObject(1, LocalDate.class))
                .list();
    }

    private List<Scan> scans(Row row) {
        return jdbc.sql(SCANS)
                .params(OF_SHIPMENT + row.parcel().shipment(), row.numberName() == null ? "" : row.numberName())
                .query((result, number) -> new Scan(
                        ParcelStatus.of(result.getString("status")),
                        Instants.required(result, "at"),
                        incident(result),
                        result.getString("detail"),
                        result.getString("place")))
                .list();
    }

    private static @Nullable Incident incident(ResultSet row) throws SQLException {
        String reason = row.getString("incident");
        return reason == null ? null : new Incident(Incident.Owner.of(row.getString("incident_owner")), reason);
    }
}
