package dev.afterglow.intake.medusa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedusaReportTest {

    private static final String PLACED = "{\"name\": \"order.placed\", \"data\": {\"id\": \"order_1\"}}";

    private final Medusa shop = new Medusa();
    private MedusaAccount account;
    private MedusaReport report;

    MedusaReportTest() throws IOException {}

    @BeforeEach
    void knowTheShop() {
        account = new MedusaAccount(List.of("s"), ShopKey.MAIN, URI.create(shop.url() + "/"), "sk_1");
        report = new MedusaReport(
                new AskingMedusa(
                        new MedusaSettings("X", null, List.of(), null, null, Duration.ofMillis(300), Map.of())),
                id -> Optional.empty(),
                Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void theOrderIsFetchedAndToldAsTheShopHasIt() {
        shop.answers(new Medusa.Answer(200, Medusa.order("order_1", "pending", "captured", "")));
        List<Told> told = told(PLACED);

        assertThat(shop.asked()).as("c2tfMTo= is sk_1:").containsExactly("Basic c2tfMTo= /admin/orders/order_1");
        assertThat(told).extracting(Told::type).containsExactly("order.updated", "order.created", "order.paid");
        assertThat(told.getFirst().occurredAt()).isEqualTo("2026-05-10T09:05:00Z");
        Order order = told.getFirst().order();
        assertThat(order.number()).isEqualTo("#12");
        assertThat(order.total()).isEqualByComparingTo("29.35");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.shipTo().country()).isEqualTo("DE");
        assertThat(order.lines()).extracting("title").containsExactly("Beans", "Cup");
        assertThat(order.lines()).extracting("quantity").containsExactly(2, 1);
        assertThat(told.getFirst().customer().shopId()).as("a guest").isNull();
        assertThat(told.getFirst().customer().firstName()).isEqualTo("Ada");
        assertThat(told.getFirst().facts()).containsExactly(new Fact.Returned(List.of("ordli_2")));
    }

    @ParameterizedTest
    @CsvSource({
        "pending,not_paid,CREATED", "pending,authorized,PAID", "completed,captured,PAID",
        "archived,partially_refunded,PAID", "canceled,canceled,CANCELLED", "requires_action,requires_action,CREATED"
    })
    void everyStatusMeansOneOfOurs(String status, String payment, OrderStatus ours) {
        shop.answers(new Medusa.Answer(200, Medusa.order("order_1", status, payment, "")));
        assertThat(told(PLACED).getFirst().order().status()).isEqualTo(ours);
    }

    @Test
    void shipmentsDeliveriesAndRefundsComeWithTheOrder() {
        String more = """
                "fulfillments": [
                  {"id": "ful_1", "shipped_at": "2026-05-11T09:00:00Z", "delivered_at": "2026-05-12T09:00:00Z",
                   "updated_at": "2026-05-12T09:01:00Z", "items": [{"line_item_id": "ordli_1", "quantity": 2}],
                   "labels": [{"tracking_number": "0034", "tracking_url": "https://carrier.example/0034"}]},
                  {"id": "ful_2", "shipped_at": null, "packed_at": "2026-05-11T09:00:00Z"}],
                "payment_collections": [{"payments": [{"captured_at": "2026-05-10T09:01:00Z",
                  "refunds": [{"id": "ref_1", "amount": 9.55, "created_at": "2026-05-20T09:00:00Z", "note": "broken"}]}]}],
                """;
        shop.answers(new Medusa.Answer(200, Medusa.order("order_1", "completed", "partially_refunded", more)));
        Told told = told("{\"event\": \"shipment.created\", \"data\": {\"id\": \"ful_1\", \"order_id\": \"order_1\"}}")
                .getFirst();

        assertThat(told.order().paidAt()).isEqualTo("2026-05-10T09:01:00Z");
        assertThat(told.facts())
                .startsWith(
                        new Fact.Shipped(new Shipment(
                                "ful_1",
                                "order_1",
                                Instant.parse("2026-05-12T09:01:00Z"),
                                false,
                                List.of(new Shipment.Line("ordli_1", 2)),
                                List.of(new Shipment.Label(null, "0034", "https://carrier.example/0034")))),
                        new Fact.Scanned(
                                new ParcelName.OfShipment("ful_1", "order_1"),
                                new Scan(ParcelStatus.DELIVERED, Instant.parse("2026-05-12T09:00:00Z"))))
                .hasSize(4);
        assertThat(told.facts().get(2))
                .asInstanceOf(type(Fact.Refunded.class))
                .satisfies(fact -> assertThat(fact.refund().amount()).isEqualByComparingTo("9.55"));
    }

    @Test
    void anAccountIsFetchedToo() {
        shop.answers(new Medusa.Answer(
                200,
                "{\"customer\": {\"id\": \"cus_1\", \"has_account\": true, \"email\": \"a@example.com\","
                        + " \"updated_at\": \"2026-05-10T09:05:00Z\"}}"));
        assertThat(told("{\"name\": \"customer.updated\", \"data\": {\"id\": \"cus_1\"}}"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.type()).isEqualTo("customer.updated");
                    assertThat(told.customer().shopId()).isEqualTo("cus_1");
                });
    }

    @Test
    void whatIsNotUsedIsNotFetched() {
        assertThat(told("{\"name\": \"product.updated\", \"data\": {\"id\": \"prod_1\"}}"))
                .isEmpty();
        assertThat(shop.asked()).isEmpty();
    }

    @Test
    void aShopThatStumblesOnceIsAskedOnceMore() {
        shop.answers(
                new Medusa.Answer(502, "bad gateway"),
                new Medusa.Answer(200, Medusa.order("order_1", "pending", "captured", "")));
        assertThat(told(PLACED)).hasSize(3);
        assertThat(shop.asked()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"500,503", "429,503", "401,503", "302,503", "404,422"})
    void whatTheShopAnswersDecidesWhetherTheSenderRepeats(int theirs, int ours) {
        shop.answers(new Medusa.Answer(theirs, "{}"));
        assertRefused(ours);
    }

    @Test
    void aShopThatSaysNothingIsNotWaitedForAndTheSenderRepeats() {
        shop.answers(Medusa.SILENCE);
        assertRefused(503);
        assertThat(shop.asked()).hasSize(2);
    }

    @Test
    void whatIsTooLargeOrNoJsonIsNotTaken() {
        shop.answers(new Medusa.Answer(200, "<html>"));
        assertRefused(503);
        shop.answers(new Medusa.Answer(200, "x".repeat(2 * 1024 * 1024 + 1)));
        assertRefused(503);
    }

    @Test
    void aShopThatIsNotThereMakesTheSenderRepeat() {
        shop.close();
        assertRefused(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../customers/1", "order_1?x=1", "a/b", ""})
    void anIdThatIsNoneIsNotAskedFor(String id) {
        assertThatThrownBy(() -> told("{\"name\": \"order.placed\", \"data\": {\"id\": \"%s\"}}".formatted(id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/data/id");
        assertThat(shop.asked()).isEmpty();
    }

    @Test
    void aShipmentNeedsItsOrder() {
        assertThatThrownBy(() -> told("{\"name\": \"shipment.created\", \"data\": {\"id\": \"ful_1\"}}"))
                .hasMessageContaining("/data/order_id is missing");
    }

    private void assertRefused(int status) {
        assertThatThrownBy(() -> told(PLACED))
                .asInstanceOf(type(Refusal.class))
                .satisfies(
                        refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(status));
    }

    private List<Told> told(String event) {
        return report.of(Field.root(Json.read(event.getBytes(StandardCharsets.UTF_8))), account, "medusa");
    }
}
