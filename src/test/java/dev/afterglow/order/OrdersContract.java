package dev.afterglow.order;

import static dev.afterglow.order.OrderStatus.CANCELLED;
import static dev.afterglow.order.OrderStatus.CREATED;
import static dev.afterglow.order.OrderStatus.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
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
        orders.keep(order("1001", PAID, null, List.of(line("Kettle", null), line("Cup", null))));
        orders.keep(order("1002", PAID, null, List.of(line("Spoon", null))));
        orders.keep(order("1001", PAID, null, List.of(line("Cup", null), line("Tea 茶", null), line("Kettle", null))));
        assertThat(titles("1001")).containsExactly("Cup", "Tea 茶", "Kettle");

        orders.keep(order("1001", PAID, null, List.of()));
        assertThat(titles("1001")).containsExactly("Cup", "Tea 茶", "Kettle");
        assertThat(titles("1002")).containsExactly("Spoon");
    }

    @Test
    void whatASenderDoesNotTellStaysAsItWas() {
        orders.keep(order("1001", PAID).by("c-1"));
        Order known = orders.keep(new Order(
                "1001", "shop", null, null, CREATED, false, null, null, null, null, null, null, null, null, List.of()));

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
        orders.keep(new Order(
                told.id(),
                told.shop(),
                null,
                null,
                PAID,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()));
        orders.keep(order("1001", PAID));

        assertThat(orders.find("1001").orElseThrow().silence()).contains("test-order");
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
    void theShopsOwnCountIsBelieved() {
        Order told = order("1001", PAID);
        Order known = new Order(
                told.id(),
                told.shop(),
                null,
                null,
                PAID,
                false,
                null,
                null,
                null,
                null,
                4,
                null,
                null,
                null,
                List.of());

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
        return new Order(
                id,
                "shop",
                "#" + id,
                null,
                status,
                false,
                "ada@example.com",
                "de-DE",
                "EUR",
                total,
                0,
                placed,
                placed.plusSeconds(1),
                null,
                lines);
    }

    private static OrderLine line(String title, BigDecimal price) {
        return new OrderLine("9007199254740993", "p-1", "SKU", title, "blue", 2, price);
    }
}
