package dev.afterglow.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WoocommerceReportTest {

    private static final Instant NOW = Instant.parse("2026-05-20T00:00:00Z");
    private static final String LATER = "2026-05-10T10:00:00";

    private final Map<String, Order> known = new HashMap<>();
    private final WoocommerceReport report =
            new WoocommerceReport("woocommerce", ShopKey.MAIN, id -> Optional.ofNullable(known.get(id)), NOW);

    @Test
    void anOrderIsReadAsTheShopShowsIt() {
        Told told =
                told("order.created", Woocommerce.order(7, "pending", LATER)).getFirst();

        assertThat(told.occurredAt()).isEqualTo("2026-05-10T10:00:00Z");
        Order order = told.order();
        assertThat(order.id()).isEqualTo("7");
        assertThat(order.number()).isEqualTo("#7");
        assertThat(order.total()).isEqualByComparingTo("29.35");
        assertThat(order.placedAt()).as("not the shop's local time").isEqualTo("2026-05-10T09:00:00Z");
        assertThat(order.email()).isEqualTo("guest-7@example.com");
        assertThat(order.shipTo().lines()).as("billing, as there is no other").containsExactly("Weg 1");
        assertThat(order.shipTo().country()).isEqualTo("DE");
        assertThat(told.customer().shopId()).as("0 is a guest").isNull();
        assertThat(told.customer().firstName()).isEqualTo("Jürgen");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Beans – dark");
            assertThat(line.variant()).isEqualTo("Fine");
            assertThat(line.unitPrice()).isEqualByComparingTo("3.3333");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pending,CREATED", "on-hold,CREATED", "failed,CREATED", "processing,PAID", "completed,PAID",
        "refunded,PAID", "cancelled,CANCELLED", "trash,VOIDED", "wc-processing,PAID", "in-the-oven,CREATED"
    })
    void everyStatusMeansOneOfOurs(String theirs, OrderStatus ours) {
        assertThat(told("order.updated", Woocommerce.order(7, theirs, LATER))
                        .getFirst()
                        .order()
                        .status())
                .isEqualTo(ours);
    }

    @Test
    void aShopsOwnStatusIsPaidWhenTheMoneyCame() {
        Order order = told(
                        "order.updated",
                        Woocommerce.order(7, "in-the-oven", LATER, "\"date_paid_gmt\": \"2026-05-10T09:30:00\","))
                .getFirst()
                .order();
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.paidAt()).isEqualTo("2026-05-10T09:30:00Z");
    }

    @Test
    void theStepsAnOrderTakesAreReportedOnceEach() {
        assertThat(types("pending")).containsExactly("order.updated", "order.created");
        assertThat(types("pending")).containsExactly("order.updated");
        assertThat(types("processing")).containsExactly("order.updated", "order.paid");
        assertThat(types("completed")).containsExactly("order.updated");
        assertThat(types("cancelled")).containsExactly("order.updated", "order.cancelled");
        assertThat(types("cancelled")).containsExactly("order.updated");
    }

    @Test
    void anOrderThatIsFirstHeardOfLateHasTakenAllItsSteps() {
        assertThat(types("processing")).containsExactly("order.updated", "order.created", "order.paid");
    }

    @Test
    void aStepHasTheSameNameHoweverItCameToBeKnown() {
        List<Told> once = told("order.updated", Woocommerce.order(7, "processing", LATER));
        List<Told> again = told("order.updated", Woocommerce.order(7, "completed", "2026-05-11T10:00:00"));

        assertThat(once.get(2).senderEventId()).isEqualTo(again.get(2).senderEventId());
        assertThat(once.get(2).contentHash()).isEqualTo(again.get(2).contentHash());
        assertThat(once.getFirst().contentHash()).isNotEqualTo(again.getFirst().contentHash());
    }

    @Test
    void whoIsStillAtTheCheckoutHasOrderedNothing() {
        assertThat(told("order.created", Woocommerce.order(7, "checkout-draft", LATER)))
                .isEmpty();
    }

    @Test
    void refundsComeWithTheOrder() {
        String more = "\"refunds\": [{\"id\": 726, \"reason\": \"broken\", \"total\": \"-10.05\"}],";
        assertThat(told("order.updated", Woocommerce.order(7, "processing", LATER, more))
                        .getFirst()
                        .facts())
                .singleElement()
                .isInstanceOfSatisfying(Fact.Refunded.class, fact -> {
                    Refund refund = fact.refund();
                    assertThat(refund.id()).isEqualTo("726");
                    assertThat(refund.orderId()).isEqualTo("7");
                    assertThat(refund.amount()).isEqualByComparingTo("10.05");
                    assertThat(refund.reason()).isEqualTo("broken");
                });
    }

    @Test
    void whatATrackingPluginKeepsIsAShipment() {
        String more = """
                "meta_data": [{"id": 1, "key": "_wc_shipment_tracking_items", "value": [
                  {"tracking_provider": "dhl", "custom_tracking_provider": "", "custom_tracking_link": "",
                   "tracking_number": "0034 0434", "date_shipped": "1778457600", "tracking_id": "a1b2",
                   "products_list": [{"product": 93, "item_id": 315, "qty": "2"}]},
                  {"tracking_provider": "", "custom_tracking_provider": "Our van", "tracking_number": 17,
                   "custom_tracking_link": "https://van.example/17", "date_shipped": 1778457600, "tracking_id": ""}]}],
                """;
        List<Fact> facts = told("order.updated", Woocommerce.order(7, "completed", LATER, more))
                .getFirst()
                .facts();

        assertThat(facts).hasSize(2);
        Shipment first = ((Fact.Shipped) facts.getFirst()).shipment();
        assertThat(first.id()).isEqualTo("7-a1b2");
        assertThat(first.at()).isEqualTo("2026-05-11T00:00:00Z");
        assertThat(first.lines()).containsExactly(new Shipment.Line("315", 2));
        assertThat(first.labels()).containsExactly(new Shipment.Label("dhl", "0034 0434", null));
        Shipment second = ((Fact.Shipped) facts.getLast()).shipment();
        assertThat(second.id()).startsWith("7-").isNotEqualTo(first.id());
        assertThat(second.lines()).as("all of the order").isEmpty();
        assertThat(second.labels()).containsExactly(new Shipment.Label("Our van", "17", "https://van.example/17"));
    }

    @Test
    void anEmptyListOfParcelsMayBeAText() {
        String more = "\"meta_data\": [{\"key\": \"_wc_shipment_tracking_items\", \"value\": \"\"}],";
        assertThat(told("order.updated", Woocommerce.order(7, "completed", LATER, more))
                        .getFirst()
                        .facts())
                .isEmpty();
    }

    @Test
    void aDeletedOrderIsNotSpokenOfAnyMore() {
        assertThat(told("order.deleted", "{\"id\": 7}")).singleElement().satisfies(told -> {
            assertThat(told.order().status()).isEqualTo(OrderStatus.VOIDED);
            assertThat(told.occurredAt()).isEqualTo(NOW);
        });
    }

    @Test
    void anAccountTellsOfAPerson() {
        String body = """
                {"id": 26, "date_modified_gmt": "2026-05-10T09:00:00", "email": "ada@example.com", "first_name": "Ada",
                 "last_name": "L", "billing": {"phone": "+44 1"}}
                """;
        assertThat(told("customer.updated", body)).singleElement().satisfies(told -> {
            assertThat(told.type()).isEqualTo("customer.updated");
            assertThat(told.subject()).isEqualTo("26");
            assertThat(told.customer().shopId()).isEqualTo("26");
            assertThat(told.customer().phone()).isEqualTo("+44 1");
            assertThat(told.order()).isNull();
        });
        assertThat(told("customer.deleted", "{\"id\": 26}")).isEmpty();
        assertThat(told("product.updated", "{\"id\": 26}")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> told("order.updated", "{\"id\": 7, \"total\": \"much\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/total");
        assertThatThrownBy(() -> told("order.updated", "{\"id\": 7, \"date_created_gmt\": \"yesterday\"}"))
                .hasMessageContaining("/date_created_gmt");
        assertThatThrownBy(() -> told("order.updated", "{}")).hasMessageContaining("/id is missing");
    }

    @Test
    void theShopsOwnSampleIsRead() {
        String sample = new String(Fixtures.payload("woocommerce/orders_1.json"), StandardCharsets.UTF_8);
        List<Told> told = told("order.created", sample);

        assertThat(told).extracting(Told::type).containsExactly("order.updated", "order.created", "order.paid");
        assertThat(told.get(2).occurredAt()).isEqualTo("2017-03-22T19:28:08Z");
        assertThat(told.getFirst().order().lines()).hasSize(2);
        assertThat(told.getFirst().order().lines().getLast().title())
                .isEqualTo("Ship Your Idea – Color: Black, Size: M Test");
        assertThat(told.getFirst().order().lines().getLast().variant()).isEqualTo("black, M Test");
    }

    private List<String> types(String status) {
        List<Told> told = told("order.updated", Woocommerce.order(7, status, LATER));
        known.put("7", told.getFirst().order());
        return told.stream().map(Told::type).toList();
    }

    private List<Told> told(String topic, String body) {
        return report.of(topic, Field.root(Json.read(body.getBytes(StandardCharsets.UTF_8))), "", body);
    }
}
