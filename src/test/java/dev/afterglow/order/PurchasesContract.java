package dev.afterglow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.order.Purchases.Purchase;
import dev.afterglow.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class PurchasesContract {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final BigDecimal PRICE = new BigDecimal("2.55");

    private Database database;
    private Orders orders;
    private Purchases purchases;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        orders = OrderRoom.orders(fresh, new MovableClock());
        purchases = fresh.transactional(new Purchases(fresh.client()));
        customer("ada");
        customer("bob");
    }

    @Test
    void theLatestComesFirstAndWhatCameLaterDoesNotCome() {
        orders.keep(paid("1001", MONDAY).lines(cups("a", 3)).build());
        orders.keep(paid("1002", TUESDAY)
                .lines(List.of(line("a", "CUP", 1), line("b", "POT", 1), line("c", "CUP", 2)))
                .build());

        assertThat(bought(TUESDAY)).containsExactly("1002 a 1", "1002 c 2", "1001 a 3");
        assertThat(bought(TUESDAY.minusMillis(1))).containsExactly("1001 a 3");
        assertThat(bought(MONDAY.minusMillis(1))).isEmpty();
        assertThat(purchases.before("ada", "CUP", TUESDAY).getFirst().unitPrice())
                .isEqualByComparingTo(PRICE);
    }

    @Test
    void ofOrdersOfOneMomentTheHighestIdComesFirst() {
        orders.keep(paid("1001", MONDAY).lines(cups("a", 1)).build());
        orders.keep(paid("1002", MONDAY).lines(cups("a", 1)).build());

        assertThat(bought(MONDAY)).containsExactly("1002 a 1", "1001 a 1");
    }

    @Test
    void whatWasRefundedIsNotBoughtAnyMore() {
        orders.keep(paid("1001", MONDAY)
                .lines(List.of(line("a", "CUP", 5), line("b", "CUP", 1)))
                .build());
        orders.keep(paid("1002", MONDAY).lines(cups("a", 4)).build());
        refund("r-1", "1001", new Refund.Line("a", 2, null));
        refund("r-2", "1001", new Refund.Line("a", 1, PRICE), new Refund.Line("b", 1, PRICE));

        assertThat(bought(MONDAY)).containsExactly("1002 a 4", "1001 a 2", "1001 b 0");
    }

    @ParameterizedTest
    @EnumSource(value = OrderStatus.class, names = "PAID", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatWasPaidWasBought(OrderStatus status) {
        orders.keep(Order.of("1001", "shop")
                .status(status)
                .placedAt(MONDAY)
                .lines(cups("a", 1))
                .build()
                .by("ada"));

        assertThat(bought(TUESDAY)).isEmpty();
    }

    @Test
    void testsLinesWithoutAnIdOtherProductsAndOtherPeoplesAreNotAmongThem() {
        orders.keep(paid("1001", MONDAY).test(true).lines(cups("a", 1)).build());
        orders.keep(paid("1002", MONDAY)
                .lines(List.of(line(null, "CUP", 1), line("b", "CUPS", 1), line("c", null, 1)))
                .build());
        orders.keep(paid("1003", MONDAY).lines(cups("a", 1)).build().by("bob"));

        assertThat(bought(TUESDAY)).isEmpty();
        assertThat(purchases.before("bob", "CUP", TUESDAY))
                .extracting(Purchase::orderId)
                .containsExactly("1003");
    }

    @Test
    void aPriceNobodyToldStaysUnknown() {
        OrderLine gift = new OrderLine("a", null, "CUP", "Cup", null, 1, null);
        orders.keep(paid("1001", MONDAY).lines(List.of(gift)).build());

        assertThat(purchases.before("ada", "CUP", MONDAY)).containsExactly(new Purchase("1001", "a", 1, null));
    }

    private List<String> bought(Instant until) {
        return purchases.before("ada", "CUP", until).stream()
                .map(one -> one.orderId() + " " + one.lineId() + " " + one.quantity())
                .toList();
    }

    private void refund(String id, String order, Refund.Line... lines) {
        orders.keep(new Refund(id, order, TUESDAY, null, null, List.of(lines)));
    }

    private void customer(String id) {
        database.client()
                .sql("insert into customers (id, created_at, updated_at) values (?, now(), now())")
                .param(id)
                .update();
    }

    private static OrderBuilder paid(String id, Instant at) {
        return Order.of(id, "shop")
                .status(OrderStatus.PAID)
                .placedAt(at)
                .build()
                .by("ada")
                .but();
    }

    private static List<OrderLine> cups(String line, int quantity) {
        return List.of(line(line, "CUP", quantity));
    }

    private static OrderLine line(@Nullable String id, @Nullable String sku, int quantity) {
        return new OrderLine(id, null, sku, "Thing", null, quantity, PRICE);
    }
}
