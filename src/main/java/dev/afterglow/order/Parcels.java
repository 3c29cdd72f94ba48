package dev.afterglow.order;

import dev.afterglow.order.Scanned.Effect;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.FieldStamps;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All parcels, the shipments they belong to, and what was seen of them. */
@Repository
public class Parcels {

    private static final String SEE = """
            insert into scans (name, at, status, incident_owner, incident, detail, place) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String PROMISE =
            "insert into promises (name, promised_for, told_at) values (?, ?, ?) on conflict do nothing";

    private final JdbcClient jdbc;
    private final KeepingOrders orders;
    private final Settling settling;
    private final Shipments shipments;
    private final ParcelRows rows;
    private final ScansAhead ahead;
    private final Clock clock;

    Parcels(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.settling = new Settling(jdbc);
        this.orders = new KeepingOrders(jdbc, new OrderLines(jdbc, batches), settling, clock);
        this.rows = new ParcelRows(jdbc);
        this.shipments = new Shipments(jdbc, batches);
        this.ahead = new ScansAhead(jdbc, clock);
        this.clock = clock;
    }

    /** The parcels of an order, the first that was announced first. */
    public List<Parcel> of(String orderId) {
        return rows.of(orderId);
    }

    /** The parcel with this id of ours. */
    public Optional<Parcel> find(String id) {
        return rows.find(id);
    }

    /** What left the shop together with this parcel, and may be in it; nothing named: all of the order. */
    public List<Shipment.Line> goods(Parcel parcel) {
        return shipments.lines(parcel.shipment());
    }

    /**
     * Something about a parcel that journeys have not been told.
     *
     * @param isFirst true when they have not been told that there is this parcel
     */
    public record News(Parcel parcel, boolean isFirst) {}

    /** The parcels of an order that stand elsewhere than journeys have been told. Holds them. */
    public List<News> unannounced(String orderId) {
        return rows.unannounced(orderId);
    }

    /** Journeys have been told where this parcel stands. */
    public void announce(Parcel parcel) {
        jdbc.sql("update parcels set told_journeys = ? where id = ?")
                .params(ParcelRows.announcement(parcel), parcel.id())
                .update();
    }

    /**
     * Keeps what the shop said of a shipment; the latest it said counts. Its order may not be known yet.
     *
     * @param tie tells two reports of the same moment apart
     * @return the names of its parcels, by which somebody may have spoken of them before
     */
    @Transactional
    public List<String> keep(ShopKey shop, Shipment told, String tie) {
        List<String> names = names(shop, told);
        hold(names);
        orders.await(told.orderId());
        Instant at = Ahead.believed(told.at(), clock.instant());
        shipments.keep(shop, told.dated(at), FieldStamps.stamp(at, tie));
        stand(rows.ofShipment(told.id()), told.orderId());
        return names;
    }

    /**
     * Keeps what somebody saw of a parcel, which may not be known yet. What lies too far ahead to be true counts from now.
     */
    @Transactional
    public Scanned keep(ShopKey shop, ParcelName parcel, Scan told) {
        String name = name(shop, parcel);
        List<Parcel> before = meet(name);
        Scan seen = ahead.dated(name, told);
        boolean isNew = see(name, seen);
        if (before.isEmpty()) {
            return new Scanned(Effect.WAITS, parcel instanceof ParcelName.OfShipment of ? of.orderId() : null);
        }
        String orderId = before.getFirst().orderId();
        stand(before, orderId);
        Parcel after = rows.find(before.getFirst().id()).orElseThrow();
        Effect effect = isNew ? effect(before.getFirst(), after, seen) : Effect.REPEATED;
        return new Scanned(effect == Effect.MOVED && !seen.equals(told) ? Effect.MOVED_AHEAD : effect, orderId);
    }

    /** Keeps a day on which a parcel was said to arrive. */
    @Transactional
    public void keep(ShopKey shop, ParcelName parcel, Promise promise) {
        note(name(shop, parcel), promise);
    }

    /** Keeps a day on which all of an order was said to arrive. */
    @Transactional
    public void keep(String orderId, Promise promise) {
        note("order:" + orderId, promise);
    }

    /**
     * Holds parcels by their names until the transaction ends, whether or not anybody told of them yet. Whoever holds
     * parcels and orders holds the parcels first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<String> names) {
        new TreeSet<>(names).forEach(this::hold);
    }

    /** The names the parcels of a shipment go by. */
    public static List<String> names(ShopKey shop, Shipment shipment) {
        return new TreeSet<>(Shipments.names(shop, shipment)).stream().toList();
    }

    /** By what scans and promises find this parcel. */
    public static String name(ShopKey shop, ParcelName parcel) {
        return switch (parcel) {
            case ParcelName.OfShipment of -> ParcelRows.OF_SHIPMENT + of.shipmentId();
            case ParcelName.Numbered numbered -> "number:" + shop.own(numbered.number());
        };
    }

    private void note(String name, Promise promise) {
        jdbc.sql(PROMISE)
                .params(name, promise.day(), Instants.param(Ahead.believed(promise.toldAt(), clock.instant())))
                .update();
    }

    private List<Parcel> meet(String name) {
        hold(name);
        List<Parcel> known = rows.named(name);
        Set<String> theirs = orderIds(known);
        theirs.forEach(orders::await);
        return theirs.isEmpty() ? known : rows.named(name);
    }

    private static Set<String> orderIds(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::orderId).collect(Collectors.toCollection(TreeSet::new));
    }

    // why: whoever tells of a parcel and whoever saw it may come at once; one of them must see the other.
    private void hold(String name) {
        jdbc.sql("insert into parcel_names (name) values (?) on conflict do nothing")
                .param(name)
                .update();
        jdbc.sql("select name from parcel_names where name = ? for update")
                .param(name)
                .query(String.class)
                .single();
    }

    private boolean see(String name, Scan seen) {
        Incident incident = seen.incident();
        return jdbc.sql(SEE)
                        .params(
                                name,
                                Instants.param(seen.at()),
                                seen.status().word(),
                                incident == null ? null : incident.owner().word(),
                                incident == null ? null : incident.reason(),
                                seen.detail(),
                                seen.place())
                        .update()
                == 1;
    }

    private void stand(List<Parcel> parcels, String orderId) {
        parcels.forEach(parcel -> rows.stand(parcel.id()));
        settling.settle(orderId);
    }

    private static Effect effect(Parcel before, Parcel after, Scan seen) {
        if (before.status() != after.status() || !before.since().equals(after.since())) {
            return after.status() == seen.status() ? Effect.MOVED : Effect.LATE;
        }
        if (before.status() == seen.status()) {
            return Effect.REPEATED;
        }
        return seen.at().isBefore(before.since()) ? Effect.LATE : Effect.CONTRADICTS;
    }
}
