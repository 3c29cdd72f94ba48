package dev.afterglow.order;

import static dev.afterglow.order.OrderStatus.CANCELLED;
import static dev.afterglow.order.OrderStatus.CREATED;
import static dev.afterglow.order.OrderStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.Entry;
import dev.afterglow.journey.RepeatBuyers;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OrdersContract {

    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Orders orders;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        orders = fresh.transactional(new Orders(fresh.client(), fresh.template(), clock));
        customer("c-1");
        customer("c-2");
    }

    @Test
    void aLatePaidDoesNotUndoACancellation() {
        orders.keep(order("1001", CREATED));
        orders.keep(order("1001", CANCELLED));
        Order known = orders.keep(order("1001", PAID));

        assertThat(known.status()).isEqualTo(CANCELLED);
        assertThat(orders.find("1001").orElseThrow().silence()).contains("order-cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, PAID, PAID",
        "PAID, CREATED, PAID",
        "PAID, CANCELLED, CANCELLED",
        "CANCELLED, PAID, CANCELLED",
        "CANCELLED, VOIDED, CANCELLED",
        "VOIDED, PAID, VOIDED"
    })
    void theStatusOnlyMovesForward(OrderStatus first, OrderStatus second, OrderStatus kept) {
        orders.keep(order("1001", first));

        assertThat(orders.keep(order("1001", second)).status()).isEqualTo(kept);
    }

    @RepeatedTest(5)
    void toldByEightThreadsAtOnceTheFurthestStatusStays() {
        AllAtOnce.run(8, i -> orders.keep(order("1001", i == 3 ? CANCELLED : i % 2 == 0 ? CREATED : PAID)));

        assertThat(orders.find("1001").orElseThrow().status()).isEqualTo(CANCELLED);
        assertThat(orders.find("1001").orElseThrow().lines()).hasSize(1);
        assertThat(orders.latest(10, 0)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740993", "820982911946154508123456789", "gid://shop/Order/5", "注文-№-7", "😀", "00042"
            })
    void anIdIsTextAndComesBackAsItWas(String id) {
        orders.keep(order(id, PAID));

        assertThat(orders.find(id))
                .hasValueSatisfying(order -> assertThat(order.id()).isEqualTo(id));
        assertThat(orders.find(id + "0")).isEmpty();
    }

    @Test
    void neighboursBeyondTwoToThe53AreTwoOrders() {
        orders.keep(order("9007199254740992", PAID));
        orders.keep(order("9007199254740993", CANCELLED));

        assertThat(orders.find("9007199254740992").orElseThrow().status()).isEqualTo(PAID);
        assertThat(orders.find("9007199254740993").orElseThrow().status()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "129.90", "999999999999999.9999", "0.0001", "-5.00"})
    void moneyIsExact(String amount) {
        BigDecimal money = new BigDecimal(amount);
        orders.keep(order("1001", PAID, money, List.of(line("Kettle", money))));

        Order kept = orders.find("1001").orElseThrow();
        assertThat(kept.total()).isEqualByComparingTo(money);
        assertThat(kept.lines().getFirst().unitPrice()).isEqualByComparingTo(money);
    }

    @Test
    void newLinesReplaceTheOldOnesInOrderAndNoLinesChangeNothing() {
        orders.keep(
                order("1001", PAID, null, List.of(line("Kettle", (BigDecimal) null), line("Cup", (BigDecimal) null))));
        orders.keep(order("1002", PAID, null, List.of(line("Spoon", (BigDecimal) null))));
        orders.keep(order(
                "1001",
                PAID,
                null,
                List.of(line("Cup", (BigDecimal) null), line("Tea 茶", (BigDecimal) null), line("Kettle", (BigDecimal)
                        null))));
        assertThat(titles("1001")).containsExactly("Cup", "Tea 茶", "Kettle");

        orders.keep(order("1001", PAID, null, List.of()));
        assertThat(titles("1001")).containsExactly("Cup", "Tea 茶", "Kettle");
        assertThat(titles("1002")).containsExactly("Spoon");
    }

    @Test
    void whatASenderDoesNotTellStaysAsItWas() {
        orders.keep(order("1001", PAID).by("c-1"));
        Order known = orders.keep(Order.of("1001", "shop").build());

        assertThat(known)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(order("1001", PAID).by("c-1"));
    }

    @Test
    void onceATestAlwaysATest() {
        orders.keep(order("1001", PAID));
        assertThat(orders.find("1001").orElseThrow().silence()).isEmpty();
        Order told = order("1001", PAID);
        orders.keep(Order.of(told.id(), told.shop()).status(PAID).test(true).build());
        orders.keep(order("1001", PAID));

        assertThat(orders.find("1001").orElseThrow().silence()).contains("test-order");
    }

    @Test
    void whereItGoesIsToldAsAWhole() {
        ShippingAddress home = new ShippingAddress(
                "Ada Lovelace", List.of("12 St James's Square", "2nd floor"), "London", "SW1Y 4JH", null, "GB");
        orders.keep(order("1001", PAID).but().shipTo(home).gift(true).build());
        orders.keep(order("1001", PAID));
        assertThat(orders.find("1001").orElseThrow().shipTo()).isEqualTo(home);
        assertThat(orders.find("1001").orElseThrow().gift()).isTrue();

        orders.keep(
                order("1001", PAID).but().shipTo(ShippingAddress.in("US", "CA")).build());
        assertThat(orders.find("1001").orElseThrow().shipTo()).isEqualTo(ShippingAddress.in("US", "CA"));
        assertThat(orders.keep(order("1002", PAID)).shipTo()).isNull();
    }

    @Test
    void whatArrivedIsKeptUntilItGoesBack() {
        orders.keep(order("1001", PAID, null, List.of(line("a", "Kettle"), line("b", "Cup"))));
        assertThat(possession("1001")).isEqualTo(Possession.NOT_YET);

        orders.delivered("1001", List.of("a"), MORNING);
        assertThat(possession("1001")).isEqualTo(Possession.KEPT);

        orders.returned("1001", List.of("a"), MORNING.plusSeconds(60));
        assertThat(possession("1001")).isEqualTo(Possession.NOT_YET);

        orders.returned("1001", List.of("b"), MORNING.plusSeconds(60));
        assertThat(possession("1001")).isEqualTo(Possession.NOTHING_KEPT);
        assertThat(orders.find("1001").orElseThrow().lines().getFirst().deliveredAt())
                .isEqualTo(MORNING);
    }

    @Test
    void ofAWholeOrderThatArrivedEachLineArrivedAlsoThoseToldLater() {
        orders.keep(order("1001", PAID, null, List.of()));
        orders.delivered("1001", List.of(), MORNING);
        orders.delivered("1001", List.of(), MORNING.plusSeconds(60));
        assertThat(possession("1001")).isEqualTo(Possession.KEPT);
        assertThat(orders.find("1001").orElseThrow().deliveredAt()).isEqualTo(MORNING);

        orders.keep(order("1001", PAID, null, List.of(line("a", "Kettle"))));
        assertThat(possession("1001")).isEqualTo(Possession.KEPT);
        orders.returned("1001", List.of(), MORNING.plusSeconds(60));
        assertThat(possession("1001")).isEqualTo(Possession.NOTHING_KEPT);
    }

    @Test
    void ofAnUnknownOrderNothingArrives() {
        orders.delivered("9999", List.of(), MORNING);

        assertThat(orders.find("9999")).isEmpty();
    }

    @Test
    void theLastPurchaseIsThatOfAPaidOrder() {
        assertThat(orders.lastPurchase("c-1")).isEmpty();
        orders.keep(order("1001", PAID).by("c-1"));
        orders.keep(placed("1002", MORNING.plusSeconds(60), CREATED).by("c-1"));
        orders.keep(placed("1003", MORNING.plusSeconds(60), PAID).by("c-2"));

        assertThat(orders.lastPurchase("c-1")).contains(MORNING.plusSeconds(1));
    }

    @Test
    void ordersChangeHandsWhenTwoCustomersAreOne() {
        orders.keep(order("1001", PAID).by("c-1"));
        orders.handOver("c-1", "c-2");

        assertThat(orders.of("c-1")).isEmpty();
        assertThat(ids(orders.of("c-2"))).containsExactly("1001");
    }

    @Test
    void aFirstOrderIsNotARepeat() {
        Order first = orders.keep(order("1001", PAID).by("c-1"));
        orders.keep(order("1002", PAID).by("c-2"));

        assertThat(orders.isRepeatBuyer(first)).isFalse();
        assertThat(orders.isRepeatBuyer(orders.keep(order("1003", PAID)))).isFalse();
    }

    @Test
    void whoPaidForAnEarlierOrderIsARepeatBuyer() {
        Order first = orders.keep(order("1001", PAID).by("c-1"));
        Order second = orders.keep(placed("1002", MORNING.plusSeconds(60), PAID).by("c-1"));

        assertThat(orders.isRepeatBuyer(second)).isTrue();
        assertThat(orders.isRepeatBuyer(first)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CREATED", "VOIDED", "CANCELLED"})
    void anEarlierOrderThatWasNotPaidDoesNotCount(OrderStatus status) {
        orders.keep(order("1001", status).by("c-1"));
        Order second = orders.keep(placed("1002", MORNING.plusSeconds(60), PAID).by("c-1"));

        assertThat(orders.isRepeatBuyer(second)).isFalse();
    }

    @Test
    void whoEntersAJourneyIsARepeatBuyerByTheOrderItIsAboutElseByHavingBoughtMoreThanOnce() {
        RepeatBuyers repeatBuyers = new AdmittingOrders().repeatBuyers(orders);
        orders.keep(order("1001", PAID).by("c-1"));
        orders.keep(placed("1002", MORNING.plusSeconds(60), PAID).by("c-1"));
        orders.keep(order("1003", PAID).by("c-2"));

        assertThat(repeatBuyers.include(new Entry("parcel-1", "1001", "c-1"))).isFalse();
        assertThat(repeatBuyers.include(new Entry("parcel-2", "1002", "c-1"))).isTrue();
        assertThat(repeatBuyers.include(new Entry("c-1", null, "c-1"))).isTrue();
        assertThat(repeatBuyers.include(new Entry("c-2", null, "c-2"))).isFalse();
        assertThat(repeatBuyers.include(new Entry("somebody", null, null))).isFalse();
    }

    @Test
    void theShopsOwnCountIsBelieved() {
        Order told = order("1001", PAID);
        Order known =
                Order.of(told.id(), told.shop()).status(PAID).ordersBefore(4).build();

        assertThat(orders.isRepeatBuyer(orders.keep(known))).isTrue();
    }

    @Test
    void ordersAreFoundByIdNumberAndAddressInAnyCase() {
        orders.keep(order("1001", PAID));
        clock.advance(Duration.ofMinutes(1));
        orders.keep(order("1002", PAID));

        assertThat(ids(orders.matching("1001", 10, 0))).containsExactly("1001");
        assertThat(ids(orders.matching("#1002", 10, 0))).containsExactly("1002");
        assertThat(ids(orders.matching("ADA@Example.com", 10, 0))).containsExactly("1002", "1001");
        assertThat(orders.matching("ada@example", 10, 0)).isEmpty();
        assertThat(ids(orders.latest(1, 0))).containsExactly("1002");
        assertThat(ids(orders.latest(1, 1))).containsExactly("1001");
    }

    private List<String> titles(String order) {
        return orders.find(order).orElseThrow().lines().stream()
                .map(OrderLine::title)
                .toList();
    }

    private static List<String> ids(List<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }

    private void customer(String id) {
        database.client()
                .sql("insert into customers (id, created_at, updated_at) values (?, now(), now())")
                .param(id)
                .update();
    }

    private static Order order(String id, OrderStatus status) {
        return placed(id, MORNING, status);
    }

    private static Order placed(String id, Instant at, OrderStatus status) {
        return order(id, status, new BigDecimal("129.90"), List.of(line("Kettle", new BigDecimal("129.90"))), at);
    }

    private static Order order(String id, OrderStatus status, BigDecimal total, List<OrderLine> lines) {
        return order(id, status, total, lines, MORNING);
    }

    private static Order order(String id, OrderStatus status, BigDecimal total, List<OrderLine> lines, Instant placed) {
        return Order.of(id, "shop")
                .number("#" + id)
                .status(status)
                .email("ada@example.com")
                .locale("de-DE")
                .total(total, "EUR")
                .ordersBefore(0)
                .placedAt(placed)
                .paidAt(placed.plusSeconds(1))
                .lines(lines)
                .build();
    }

    private Possession possession(String order) {
        return orders.find(order).orElseThrow().possession();
    }

    private static OrderLine line(String id, String title) {
        return new OrderLine(id, null, null, title, null, 1, null);
    }

    private static OrderLine line(String title, BigDecimal price) {
        return new OrderLine("9007199254740993", "p-1", "SKU", title, "blue", 2, price);
    }
}
