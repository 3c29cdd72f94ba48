package dev.afterglow.order;

import static dev.afterglow.order.ParcelStatus.DELIVERED;
import static dev.afterglow.order.ParcelStatus.IN_TRANSIT;
import static dev.afterglow.order.ParcelStatus.ON_HOLD;
import static dev.afterglow.order.ParcelStatus.OUT_FOR_DELIVERY;
import static dev.afterglow.order.ParcelStatus.RETURN_TO_SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.order.Scanned.Effect;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class ParcelsContract {

    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant YEARS_AHEAD = Instant.parse("2036-11-21T09:00:00Z");
    private static final String NUMBER = "JJD 0003 9009 0000 1";

    private static final Instant NOW = MORNING.plus(Duration.ofDays(3));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private Database database;
    private Orders orders;
    private Parcels parcels;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        orders = fresh.transactional(new Orders(fresh.client(), fresh.template(), clock));
        parcels = parcelsAt(NOW);
    }

    @Test
    void aShipmentIsOneParcelForEachLabel() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER, "1Z 999"));

        List<Parcel> all = parcels.of("1001");
        assertThat(all).extracting(Parcel::id).containsExactly("f-1", "f-1.2");
        assertThat(all).extracting(Parcel::number).containsExactly(NUMBER, "1Z 999");
        assertThat(all).allSatisfy(parcel -> assertThat(parcel.status()).isEqualTo(ParcelStatus.PENDING));
    }

    @Test
    void aScanFindsItsParcelHoweverTheNumberIsSpaced() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));

        assertThat(see("jjd-000390090000-1", IN_TRANSIT, 5).effect()).isEqualTo(Effect.MOVED);
        assertThat(parcels.find("f-1").orElseThrow().status()).isEqualTo(IN_TRANSIT);
        assertThat(see("another", IN_TRANSIT, 5).effect()).isEqualTo(Effect.WAITS);
    }

    @Test
    void aScanFromBeforeItsParcelIsJoinedWithIt() {
        assertThat(see(NUMBER, OUT_FOR_DELIVERY, 5)).isEqualTo(new Scanned(Effect.WAITS, null));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        assertThat(orders.find("1001")).as("nobody told of the order yet").isEmpty();
        orders.keep(order("1001", 2));

        Parcel parcel = parcels.of("1001").getFirst();
        assertThat(parcel.status()).isEqualTo(OUT_FOR_DELIVERY);
        assertThat(parcel.since()).isEqualTo(MORNING.plusSeconds(5));
    }

    @Test
    void aLateScanIsKeptAndTurnsNothingBack() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        see(NUMBER, DELIVERED, 50);

        assertThat(see(NUMBER, IN_TRANSIT, 20).effect()).isEqualTo(Effect.LATE);
        assertThat(see(NUMBER, IN_TRANSIT, 20).effect()).isEqualTo(Effect.REPEATED);
        assertThat(see(NUMBER, IN_TRANSIT, 60).effect()).isEqualTo(Effect.CONTRADICTS);
        Parcel parcel = parcels.find("f-1").orElseThrow();
        assertThat(parcel.status()).isEqualTo(DELIVERED);
        assertThat(parcel.scans()).hasSize(3);
    }

    @Test
    void aScanDatedYearsAheadCountsFromWhenItWasToldAndGivesWayToWhatFollows() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        Scan held = new Scan(ON_HOLD, YEARS_AHEAD, new Incident(Incident.Owner.CARRIER, "customs"), null, "Köln");

        assertThat(see(held).effect()).isEqualTo(Effect.MOVED_AHEAD);
        assertThat(parcel().status()).isEqualTo(ON_HOLD);
        assertThat(parcel().since()).isEqualTo(NOW);

        parcels = parcelsAt(NOW.plus(Duration.ofHours(5)));
        assertThat(see(new Scan(IN_TRANSIT, NOW.plus(Duration.ofHours(4)))).effect())
                .isEqualTo(Effect.MOVED);
        assertThat(see(held).effect()).as("told again with the news").isEqualTo(Effect.REPEATED);
        assertThat(parcel().status()).isEqualTo(IN_TRANSIT);
        assertThat(parcel().scans()).hasSize(2);
    }

    @Test
    void whatMayBeAMatterOfZonesIsBelieved() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));

        assertThat(see(new Scan(DELIVERED, NOW.plus(Ahead.MOST))).effect()).isEqualTo(Effect.MOVED);
        assertThat(parcel().since()).isEqualTo(NOW.plus(Ahead.MOST));
        assertThat(see(new Scan(IN_TRANSIT, NOW.plus(Ahead.MOST).plusSeconds(1)))
                        .effect())
                .isEqualTo(Effect.LATE);
    }

    @Test
    void aShipmentAndAPromiseDatedYearsAheadGiveWayToo() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER).dated(YEARS_AHEAD));
        parcels.keep(
                ShopKey.MAIN, new ParcelName.Numbered("LATER 1"), new Promise(LocalDate.of(2026, 12, 1), YEARS_AHEAD));
        assertThat(parcel().since()).isEqualTo(NOW);

        Instant later = NOW.plus(Duration.ofHours(1));
        parcels = parcelsAt(later);
        keep(shipment("f-1", "1001", 0, line("a", 2), "LATER 1").dated(later));
        parcels.keep(ShopKey.MAIN, new ParcelName.Numbered("LATER 1"), new Promise(LocalDate.of(2026, 12, 2), later));

        assertThat(parcel().number()).isEqualTo("LATER 1");
        assertThat(parcel().promised()).isEqualTo("2026-12-01");
        assertThat(parcel().expected()).isEqualTo("2026-12-02");
    }

    @Test
    void aLineArrivedWhenAllOfItDid() {
        orders.keep(order("1001", 3));
        keep(shipment("f-1", "1001", 0, line("a", 1), NUMBER));
        keep(shipment("f-2", "1001", 1, line("a", 2), "N2", "N3"));
        see(NUMBER, DELIVERED, 10);
        see("N2", DELIVERED, 20);
        assertThat(order("1001").isDelivered()).as("one parcel is missing").isFalse();
        assertThat(order("1001").lines().getFirst().deliveredAt()).isNull();

        see("N3", DELIVERED, 15);

        assertThat(order("1001").isDelivered()).isTrue();
        assertThat(order("1001").lines().getFirst().deliveredAt()).isEqualTo(MORNING.plusSeconds(20));
        assertThat(order("1001").possession()).isEqualTo(Possession.KEPT);
    }

    @Test
    void whatReturnsToTheSenderIsNotWithTheCustomer() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        see(NUMBER, DELIVERED, 10);
        see(NUMBER, RETURN_TO_SENDER, 20);

        assertThat(order("1001").possession()).isEqualTo(Possession.NOT_YET);
        assertThat(order("1001").isDelivered()).isFalse();
    }

    @Test
    void whatNobodyCarriesIsNotWaitedFor() {
        OrderLine card = new OrderLine("g", null, null, "Gift card", null, 1, BigDecimal.TEN).notShipped();
        orders.keep(order("1001", 2).but().lines(List.of(goods("a", 2), card)).build());
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        see(NUMBER, DELIVERED, 10);

        assertThat(order("1001").isDelivered()).isTrue();
    }

    @Test
    void moneyThatWentBackTakesTheGoodsWithIt() {
        orders.keep(order("1001", 3));
        refund("r-1", "1001", 1, 10, "10.00");
        assertThat(order("1001").refunded()).isEqualByComparingTo("10.00");
        assertThat(order("1001").isRefunded()).isFalse();
        assertThat(order("1001").possession()).isEqualTo(Possession.NOT_YET);

        refund("r-2", "1001", 2, 20, "20.00");
        refund("r-2", "1001", 2, 20, "20.00");

        assertThat(order("1001").refunded()).isEqualByComparingTo("30.00");
        assertThat(order("1001").silence()).contains("order-refunded");
        assertThat(order("1001").possession()).isEqualTo(Possession.NOTHING_KEPT);
        assertThat(orders.refunds("1001")).extracting(Refund::id).containsExactly("r-1", "r-2");
    }

    @Test
    void theRestOfALineArrivesWhenSomeOfItWasRefunded() {
        orders.keep(order("1001", 3));
        refund("r-1", "1001", 1, 10, "10.00");
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        see(NUMBER, DELIVERED, 20);

        assertThat(order("1001").possession()).isEqualTo(Possession.KEPT);
        assertThat(order("1001").isDelivered()).isTrue();
    }

    @Test
    void anOlderReportOfAShipmentDoesNotUndoALaterOne() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 60, line("a", 2), NUMBER));
        keep(shipment("f-1", "1001", 0, line("a", 1)));

        Parcel parcel = parcels.find("f-1").orElseThrow();
        assertThat(parcel.number()).isEqualTo(NUMBER);
        assertThat(parcel.since()).as("announced when it was first told of").isEqualTo(MORNING);
    }

    @Test
    void aShipmentThatIsCalledOffDoesNotTravel() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        Shipment told = shipment("f-1", "1001", 10, line("a", 2), NUMBER);
        keep(new Shipment(told.id(), told.orderId(), told.at(), true, told.lines(), told.labels()));

        assertThat(parcels.find("f-1").orElseThrow().status()).isEqualTo(ParcelStatus.CANCELLED);
    }

    @Test
    void theFirstDayThatWasNamedIsThePromiseAndTheLastIsExpected() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
        promise(LocalDate.of(2026, 11, 26), 30);
        promise(LocalDate.of(2026, 11, 24), 10);
        promise(LocalDate.of(2026, 11, 25), 20);

        Parcel parcel = parcels.find("f-1").orElseThrow();
        assertThat(parcel.promised()).isEqualTo("2026-11-24");
        assertThat(parcel.expected()).isEqualTo("2026-11-26");
    }

    @Test
    void theSameNumberAtTwoShopsIsTwoParcels() {
        orders.keep(order("1001", 2));
        keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));

        assertThat(parcels.keep(new ShopKey("blue"), new ParcelName.Numbered(NUMBER), new Scan(DELIVERED, MORNING)))
                .isEqualTo(new Scanned(Effect.WAITS, null));
        assertThat(parcels.find("f-1").orElseThrow().status()).isEqualTo(ParcelStatus.PENDING);
    }

    @RepeatedTest(5)
    void toldAtOnceByShopAndCarrierNothingIsMissed() {
        AllAtOnce.run(6, i -> {
            switch (i) {
                case 0 -> orders.keep(order("1001", 2));
                case 1 -> keep(shipment("f-1", "1001", 0, line("a", 2), NUMBER));
                case 2 -> see(NUMBER, IN_TRANSIT, 10);
                case 3 -> see(NUMBER, DELIVERED, 30);
                case 4 -> see(NUMBER, OUT_FOR_DELIVERY, 20);
                default -> refund("r-1", "1001", 1, 40, "10.00");
            }
            return i;
        });

        assertThat(parcels.find("f-1").orElseThrow().status()).isEqualTo(DELIVERED);
        assertThat(order("1001").isDelivered()).isTrue();
        assertThat(order("1001").refunded()).isEqualByComparingTo("10.00");
    }

    private Order order(String id) {
        return orders.find(id).orElseThrow();
    }

    private void keep(Shipment shipment) {
        parcels.keep(ShopKey.MAIN, shipment, "");
    }

    private Parcels parcelsAt(Instant now) {
        return database.transactional(
                new Parcels(database.client(), database.template(), Clock.fixed(now, ZoneOffset.UTC)));
    }

    private Parcel parcel() {
        return parcels.find("f-1").orElseThrow();
    }

    private Scanned see(Scan scan) {
        return parcels.keep(ShopKey.MAIN, new ParcelName.Numbered(NUMBER), scan);
    }

    private Scanned see(String number, ParcelStatus status, int second) {
        return parcels.keep(
                ShopKey.MAIN, new ParcelName.Numbered(number), new Scan(status, MORNING.plusSeconds(second)));
    }

    private void promise(LocalDate day, int second) {
        parcels.keep(ShopKey.MAIN, new ParcelName.Numbered(NUMBER), new Promise(day, MORNING.plusSeconds(second)));
    }

    private void refund(String id, String order, int quantity, int second, String amount) {
        BigDecimal money = new BigDecimal(amount);
        orders.keep(new Refund(
                id, order, MORNING.plusSeconds(second), money, null, List.of(new Refund.Line("a", quantity, money))));
    }

    private static Shipment shipment(String id, String order, int second, Shipment.Line line, String... numbers) {
        return new Shipment(
                id,
                order,
                MORNING.plusSeconds(second),
                false,
                List.of(line),
                List.of(numbers).stream()
                        .map(number -> new Shipment.Label("DHL", number, null))
                        .toList());
    }

    private static Shipment.Line line(String id, int quantity) {
        return new Shipment.Line(id, quantity);
    }

    private static Order order(String id, int quantity) {
        return Order.of(id, "shop")
                .status(OrderStatus.PAID)
                .total(BigDecimal.TEN.multiply(BigDecimal.valueOf(quantity)), "EUR")
                .lines(List.of(goods("a", quantity)))
                .build();
    }

    private static OrderLine goods(String id, int quantity) {
        return new OrderLine(id, null, null, "Cup", null, quantity, BigDecimal.TEN);
    }
}
