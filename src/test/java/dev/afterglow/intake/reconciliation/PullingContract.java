package dev.afterglow.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.intake.reconciliation.AskedShop.Instead;
import dev.afterglow.intake.shopify.ShopifyRoom;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.sql.Database;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Shops whose webhooks got lost, asked for their orders. */
abstract class PullingContract {

    private static final String MAIN = "main.myshopify.com";
    private static final String ID = "820982911946154508";

    private final MovableClock clock = new MovableClock();
    private final Instant hourAgo = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    private AskedShop shop;
    private Database database;
    private Events events;
    private Orders orders;

    @BeforeEach
    void open(Database fresh) throws IOException {
        shop = new AskedShop();
        database = fresh;
        events = JourneyRoom.events(fresh, clock);
        orders = OrderRoom.orders(fresh, clock);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ReconciliationRoom room() {
        return new ReconciliationRoom(
                database, clock, Map.of("main", ReconciliationRoom.shopify(shop.url(), AskedShop.TOKEN, MAIN)));
    }

    private String order(String id, String financial, Instant updatedAt) {
        return order(id, financial, hourAgo, updatedAt);
    }

    private static String order(String id, String financial, Instant createdAt, Instant updatedAt) {
        return """
                {"id": %s, "name": "#1001", "created_at": "%s", "updated_at": "%s", "currency": "USD",
                 "financial_status": "%s", "total_price": "409.94", "email": "of-%s@example.com",
                 "line_items": [{"id": 866550311766439020, "sku": "IPOD", "title": "Player", "quantity": 1,
                   "price": "199.00"}]}
                """.formatted(id, createdAt, updatedAt, financial, id);
    }

    private static String orderOfWoocommerce(int id, String status, Instant modifiedAt) {
        String at = modifiedAt.toString().replace("Z", "");
        return """
                {"id": %d, "number": "%d", "status": "%s", "currency": "EUR", "total": "29.35", "customer_id": 0,
                 "date_created_gmt": "%s", "date_modified_gmt": "%s", "date_paid_gmt": "%s",
                 "billing": {"first_name": "Jürgen", "email": "guest-%d@example.com"}, "line_items": []}
                """.formatted(id, id, status, at, at, at, id);
    }

    private List<String> told(String id) {
        return events.ofOrder(id).stream()
                .map(event -> event.type() + " " + event.outcome().word())
                .toList();
    }

    private Recording webhook(ReconciliationRoom room, String topic, String body) {
        return room.intake
                .take(List.of(ShopifyRoom.webhook(database, clock, MAIN, topic, body)))
                .getFirst();
    }

    @Test
    void aLostPaymentIsFoundAndHeardOnce() {
        ReconciliationRoom room = room();
        webhook(room, "orders/create", order(ID, "pending", hourAgo));
        shop.sells(order(ID, "paid", hourAgo.plusSeconds(60)));

        room.run();

        assertThat(told(ID)).containsExactly("order.created accepted", "order.updated kept", "order.paid accepted");
        assertThat(orders.find(ID).orElseThrow().status()).isEqualTo(OrderStatus.PAID);
        assertThat(room.of("main").counts()).isEqualTo(new Pull.Counts(1, 1, 0));
    }

    @Test
    void aPaymentIsFoundAlsoWhenAnotherWebhookShowedTheOrderPaid() {
        ReconciliationRoom room = room();
        webhook(room, "orders/create", order(ID, "paid", hourAgo));
        shop.sells(order(ID, "paid", hourAgo));

        room.run();

        assertThat(told(ID)).containsExactly("order.created accepted", "order.paid accepted");
    }

    @Test
    void aWebhookThatComesAfterwardsStartsNothing() {
        ReconciliationRoom room = room();
        shop.sells(order(ID, "paid", hourAgo));
        room.run();
        assertThat(told(ID)).containsExactly("order.updated kept", "order.created accepted", "order.paid accepted");

        Recording late = webhook(room, "orders/paid", order(ID, "paid", hourAgo));

        assertThat(late.outcome()).isEqualTo("ignored");
        assertThat(late.reason()).isEqualTo("known-already");
    }

    @Test
    void anOrderThatIsKnownAsItIsLeavesNoTrace() {
        ReconciliationRoom room = room();
        webhook(room, "orders/create", order(ID, "paid", hourAgo));
        webhook(room, "orders/paid", order(ID, "paid", hourAgo));
        shop.sells(order(ID, "paid", hourAgo));

        for (int i = 0; i < 3; i++) {
            room.run();
            clock.advance(ReconciliationRoom.EVERY);
        }

        assertThat(told(ID)).containsExactly("order.created accepted", "order.paid accepted");
        assertThat(repeats()).isZero();
        assertThat(shop.asked()).hasSize(3);
    }

    @Test
    void anOrderOfLongAgoThatWasTouchedTodayStartsNothing() {
        ReconciliationRoom room = room();
        shop.sells(order(ID, "paid", hourAgo.minus(Duration.ofDays(40)), hourAgo));

        room.run();

        assertThat(events.ofOrder(ID))
                .filteredOn(event -> !event.type().equals("order.updated"))
                .extracting(RecordedEvent::reason)
                .containsExactly("too-old", "too-old");
        assertThat(told(ID)).noneMatch(event -> event.endsWith("accepted"));
    }

    @Test
    void threePagesAreReadToTheEndAndTheNextTimeOverlaps() {
        ReconciliationRoom room = room();
        shop.sells(five());

        room.run();

        assertThat(shop.asked())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("/admin/api/2026-01/orders.json?limit=100&status=any&updated_at_min=");
        assertThat(shop.asked().get(1)).isEqualTo("/admin/api/2026-01/orders.json?limit=100&page_info=page-1");
        assertThat(shop.asked().get(2)).endsWith("page_info=page-2");
        assertThat(room.of("main").counts()).isEqualTo(new Pull.Counts(5, 5, 0));
        Instant reached = room.of("main").reached();
        clock.advance(ReconciliationRoom.EVERY);
        room.run();
        assertThat(shop.asked()).hasSize(6);
        assertThat(shop.asked().get(3)).contains("updated_at_min=" + reached.minus(Duration.ofHours(2)));
    }

    private String[] five() {
        return new String[] {
            order("1", "paid", hourAgo),
            order("2", "paid", hourAgo),
            order("3", "paid", hourAgo),
            order("4", "paid", hourAgo),
            order("5", "paid", hourAgo)
        };
    }

    @Test
    void nothingIsAskedForBeforeTheTimeHasCome() {
        ReconciliationRoom room = room();
        room.run();
        clock.advance(ReconciliationRoom.EVERY.minusMinutes(1));

        room.run();

        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void aShopThatAsksForPatienceGetsIt() {
        ReconciliationRoom room = room();
        shop.sells(order(ID, "paid", hourAgo));
        shop.saysFirst(new Instead(429, Map.of("Retry-After", "120.0"), "{}"));

        room.run();
        clock.advance(Duration.ofSeconds(110));
        room.run();

        assertThat(shop.asked()).hasSize(1);
        assertThat(room.of("main").trouble()).isNull();
        assertThat(told(ID)).isEmpty();
        clock.advance(Duration.ofSeconds(11));
        room.run();
        assertThat(shop.asked()).hasSize(2);
        assertThat(told(ID)).hasSize(3);
    }

    @Test
    void aNearlyFullBucketIsLeftToRunHalfEmpty() {
        ReconciliationRoom room = room();
        shop.sells(five());
        shop.hasCounted("39/40");

        room.run();

        assertThat(shop.asked()).hasSize(1);
        assertThat(room.of("main").dueAt()).isAfter(clock.instant().plusSeconds(8));
        clock.advance(Duration.ofSeconds(10));
        shop.hasCounted("20/40");
        room.run();
        assertThat(shop.asked()).hasSize(3);
    }

    @Test
    void aRestartInTheMiddleGoesOnAtItsPage() {
        ReconciliationRoom before = room();
        shop.sells(five());
        before.pulling.turn();
        before.pulling.end();
        assertThat(before.pulling.turn()).isFalse();

        ReconciliationRoom after = room();
        after.run();

        assertThat(shop.asked()).hasSize(3);
        assertThat(shop.asked().get(1)).endsWith("page_info=page-1");
        assertThat(after.of("main").counts().seen()).isEqualTo(5);
        assertThat(List.of("1", "2", "3", "4", "5"))
                .allSatisfy(id -> assertThat(told(id)).contains("order.paid accepted"));
    }

    @Test
    void aPageTheShopForgotBeginsTheWindowAnew() {
        ReconciliationRoom room = room();
        shop.sells(five());
        room.pulling.turn();
        Window window = room.of("main").window();
        shop.saysFirst(new Instead(400, Map.of(), "{\"errors\": \"invalid page_info\"}"));

        room.pulling.turn();

        assertThat(room.of("main").trouble()).isEqualTo(Trouble.PAGE_LOST);
        assertThat(room.of("main").window()).isEqualTo(window);
        clock.advance(Duration.ofMinutes(1));
        room.run();
        assertThat(shop.asked()).hasSize(5);
        assertThat(room.of("main").trouble()).isNull();
        assertThat(room.of("main").reached()).isEqualTo(window.until());
        assertThat(told("1")).hasSize(3);
    }

    @Test
    void aWrongTokenSaysWhatToDoAndGoesOnWithTheRightOne() {
        ReconciliationRoom wrong = new ReconciliationRoom(
                database, clock, Map.of("main", ReconciliationRoom.shopify(shop.url(), "shpat_old", MAIN)));
        shop.sells(order(ID, "paid", hourAgo));

        wrong.run();

        Health health = wrong.health.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("main").toString())
                .contains("token-refused", "Give us a token that may read orders")
                .doesNotContain("shpat");
        assertThat(told(ID)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        ReconciliationRoom right = room();
        right.run();
        assertThat(right.health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(told(ID)).hasSize(3);
    }

    @Test
    void aShopThatMovedIsNotFollowed() throws IOException {
        try (AskedShop other = new AskedShop()) {
            ReconciliationRoom room = room();
            shop.saysFirst(new Instead(301, Map.of("Location", other.url() + "/admin/orders.json"), ""));

            room.run();

            assertThat(other.asked()).isEmpty();
            assertThat(room.of("main").trouble()).isEqualTo(Trouble.REDIRECTED);
        }
    }

    @Test
    void aShopThatStumblesIsAskedAgainLessAndLessOften() {
        ReconciliationRoom room = room();
        shop.sells(order(ID, "paid", hourAgo));
        shop.saysFirst(
                new Instead(502, Map.of(), "<html>"),
                new Instead(200, Map.of(), "<html>a page</html>"),
                new Instead(503, Map.of("Retry-After", "1200"), ""));

        room.run();
        assertThat(room.of("main").trouble()).isEqualTo(Trouble.SHOP_STUMBLED);
        clock.advance(Duration.ofSeconds(31));
        room.run();
        assertThat(room.of("main").trouble()).isEqualTo(Trouble.NOT_UNDERSTOOD);
        clock.advance(Duration.ofSeconds(61));
        room.run();
        clock.advance(Duration.ofMinutes(10));
        room.run();
        assertThat(shop.asked()).hasSize(3);
        clock.advance(Duration.ofMinutes(10));
        room.run();

        assertThat(shop.asked()).hasSize(4);
        assertThat(room.of("main").failures()).isZero();
        assertThat(told(ID)).hasSize(3);
    }

    @Test
    void anOrderThatCannotBeReadKeepsBackNoOther() {
        ReconciliationRoom room = room();
        shop.sells("{\"id\": {}, \"name\": 7}", order(ID, "paid", hourAgo));

        room.run();

        assertThat(room.of("main").counts()).isEqualTo(new Pull.Counts(2, 1, 1));
        assertThat(told(ID)).contains("order.paid accepted");
    }

    @Test
    void twoReplicasNeverPullTheSameAtOnce() {
        ReconciliationRoom one = room();
        ReconciliationRoom other = room();
        Pull taken = one.pulls.take(List.of("main"), Duration.ofMinutes(5)).orElseThrow();

        assertThat(other.pulling.turn()).isFalse();
        assertThat(shop.asked()).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        other.run();

        assertThat(shop.asked()).hasSize(1);
        assertThat(one.pulls.save(taken.handedBack(clock.instant()))).isFalse();
        assertThat(other.of("main").reached()).isNotNull();
    }

    @Test
    void twoShopsWithTheSameOrderNumberDoNotMix() throws IOException {
        try (AskedShop blue = new AskedShop()) {
            shop.sells(order("17", "paid", hourAgo));
            blue.sells(orderOfWoocommerce(17, "on-hold", hourAgo).replaceFirst("\"date_paid_gmt\": \"[^\"]*\",", ""));
            ReconciliationRoom room = new ReconciliationRoom(
                    database,
                    clock,
                    Map.of(
                            "main",
                            ReconciliationRoom.shopify(shop.url(), AskedShop.TOKEN, MAIN),
                            "blue",
                            ReconciliationRoom.woocommerce(blue.url(), "blue")));

            room.run();

            assertThat(told("17")).contains("order.paid accepted");
            assertThat(told("blue/17")).containsExactly("order.updated kept", "order.created accepted");
            assertThat(orders.find("17").orElseThrow().email()).isEqualTo("of-17@example.com");
            assertThat(orders.find("blue/17").orElseThrow().email()).isEqualTo("guest-17@example.com");
        }
    }

    @Test
    void woocommerceIsReadPageByPageToo() {
        ReconciliationRoom room = new ReconciliationRoom(
                database, clock, Map.of("woo", ReconciliationRoom.woocommerce(shop.url(), null)));
        shop.sells(
                orderOfWoocommerce(1, "processing", hourAgo),
                orderOfWoocommerce(2, "processing", hourAgo),
                orderOfWoocommerce(3, "checkout-draft", hourAgo),
                orderOfWoocommerce(4, "cancelled", hourAgo),
                orderOfWoocommerce(5, "completed", hourAgo));

        room.run();

        assertThat(shop.asked()).hasSize(3);
        assertThat(shop.asked().getFirst())
                .startsWith("/wp-json/wc/v3/orders?modified_after=")
                .endsWith("&dates_are_gmt=true&orderby=modified&order=asc&per_page=100&page=1");
        assertThat(told("1")).containsExactly("order.updated kept", "order.created accepted", "order.paid accepted");
        assertThat(told("3")).isEmpty();
        assertThat(told("4")).contains("order.cancelled accepted").doesNotContain("order.paid accepted");
        assertThat(told("5")).contains("order.paid accepted");
    }

    private int repeats() {
        return database.client()
                .sql("select coalesce(sum(repeats), 0) from events")
                .query(Integer.class)
                .single();
    }
}
