package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class ShopifyWebhookTest extends AppTest {

    private static final AtomicLong IDS = new AtomicLong(820_982_911_946_154_508L);

    private final String id = String.valueOf(IDS.incrementAndGet());

    @Autowired
    private Orders orders;

    @Autowired
    private Events events;

    @Test
    void aPaidOrderIsStoredAsTheShopToldIt() {
        ResponseEntity<JsonNode> answer = send("orders/paid", Shopify.order(id));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().get("outcome").asText()).isEqualTo("accepted");
        Order order = orders.find(id).orElseThrow();
        assertThat(order.id()).isEqualTo(id);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.total()).isEqualByComparingTo("409.94");
        assertThat(order.email())
                .as("the order's own address, not the account's")
                .isEqualTo("jon@example.com");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("866550311766439020");
            assertThat(line.unitPrice()).isEqualByComparingTo("199.00");
        });
    }

    @Test
    void theNewerHeaderNamesAreUnderstood() {
        String body = Shopify.order(id);
        ResponseEntity<JsonNode> answer = post(body, headers -> {
            headers.set("Shopify-Hmac-Sha256", Shopify.sign(SHOPIFY_SECRET, body));
            headers.set("Shopify-Topic", "orders/paid");
            headers.set("Shopify-Webhook-Id", UUID.randomUUID().toString());
        });
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(orders.find(id)).isPresent();
    }

    @Test
    void aBadSignatureIsRefusedAndNothingIsStored() {
        String body = Shopify.order(id);
        ResponseEntity<JsonNode> answer = post(body, headers -> {
            headers.set("X-Shopify-Hmac-SHA256", Shopify.sign("not the secret", body));
            headers.set("X-Shopify-Topic", "orders/paid");
        });
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("detail").asText()).contains("X-Shopify-Hmac-SHA256");
        assertThat(orders.find(id)).isEmpty();
    }

    @Test
    void theSameDeliveryTwiceChangesNothing() {
        String delivery = UUID.randomUUID().toString();
        send("orders/paid", Shopify.order(id), delivery);
        ResponseEntity<JsonNode> again = send("orders/paid", Shopify.order(id), delivery);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody().get("outcome").asText()).isEqualTo("duplicate");
        assertThat(events.ofOrder(id)).hasSize(1);
    }

    @Test
    void theSameContentUnderANewDeliveryIdChangesNothing() {
        send("orders/paid", Shopify.order(id));
        ResponseEntity<JsonNode> again = send("orders/paid", Shopify.order(id));
        assertThat(again.getBody().get("outcome").asText()).isEqualTo("duplicate");
        assertThat(events.ofOrder(id)).hasSize(1);
    }

    @Test
    void oneActionOfTheMerchantMayMakeTwoTopics() {
        String action = UUID.randomUUID().toString();
        send("orders/create", Shopify.order(id), action);
        send("orders/paid", Shopify.order(id), action);
        assertThat(events.ofOrder(id)).extracting(RecordedEvent::type).containsExactly("order.created", "order.paid");
    }

    @Test
    void aParcelAndARefundBecomeWhatJourneysHearOf() {
        send("orders/paid", Shopify.order(id));
        String parcel = id.substring(8);
        send("fulfillments/create", """
                {"id": 2%s, "order_id": %s, "status": "success", "updated_at": "2026-05-11T08:00:00Z",
                 "tracking_company": "DHL", "tracking_numbers": ["T%s"],
                 "line_items": [{"id": 866550311766439020, "quantity": 1, "requires_shipping": true}]}
                """.formatted(parcel, id, id));
        send("fulfillment_events/create", """
                {"id": 3%s, "fulfillment_id": 2%s, "order_id": %s, "status": "delivered",
                 "happened_at": "2026-05-12T10:00:00Z"}
                """.formatted(parcel, parcel, id));
        assertThat(orders.find(id).orElseThrow().lines().getFirst().deliveredAt())
                .isEqualTo(Instant.parse("2026-05-12T10:00:00Z"));

        send("refunds/create", """
                {"id": 4%s, "order_id": %s, "created_at": "2026-05-20T10:00:00Z",
                 "refund_line_items": [{"id": 1, "line_item_id": 866550311766439020, "quantity": 1, "subtotal": 199.0}],
                 "transactions": [{"kind": "refund", "status": "success", "amount": "409.94", "currency": "USD"}]}
                """.formatted(parcel, id));
        assertThat(orders.find(id).orElseThrow().lines().getFirst().returnedAt())
                .isNotNull();
        assertThat(events.ofOrder(id))
                .extracting(RecordedEvent::type)
                .contains("parcel.shipped", "parcel.delivered", "order.delivered", "order.refunded");
    }

    @Test
    void aParcelThatIsToldBeforeItsOrderIsTakenAndJoined() {
        String parcel = id.substring(8);
        assertThat(send("fulfillment_events/create", """
                        {"id": 3%s, "fulfillment_id": 2%s, "order_id": %s, "status": "delivered",
                         "happened_at": "2026-05-12T10:00:00Z"}
                        """.formatted(parcel, parcel, id))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        send("fulfillments/create", """
                {"id": 2%s, "order_id": %s, "status": "success", "updated_at": "2026-05-11T08:00:00Z",
                 "line_items": [{"id": 866550311766439020, "quantity": 1}]}
                """.formatted(parcel, id));
        send("orders/paid", Shopify.order(id));
        assertThat(orders.find(id).orElseThrow().lines().getFirst().deliveredAt())
                .isNotNull();
    }

    @Test
    void cancelledVoidedAndTestOrdersStartNothingAndSayWhy() {
        assertIgnored("\"cancelled_at\": \"2026-05-10T11:00:00-05:00\"", "order-cancelled");
        assertIgnored("\"financial_status\": \"voided\"", "order-voided");
        assertIgnored("\"test\": true", "test-order");
    }

    @Test
    void aTopicThatIsNotUsedIsAnsweredWellAndNotStored() {
        ResponseEntity<JsonNode> answer = send("products/update", "{\"id\": 1}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().get("reason").asText()).isEqualTo("topic-not-used");
    }

    @Test
    void whatIsNotJsonIsRefusedWithThePlace() {
        ResponseEntity<JsonNode> answer = send("orders/paid", "{\"id\": 12,\n oops}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("line 2");
    }

    @Test
    void aWrongFieldIsRefusedByItsPointerAndNothingIsStoredHalf() {
        ResponseEntity<JsonNode> answer =
                send("orders/paid", Shopify.order(id, "\"total_price\": \"a lot\", \"financial_status\": \"paid\""));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("/total_price");
        assertThat(orders.find(id)).isEmpty();
    }

    @Test
    void anOrderWithoutIdIsRefused() {
        ResponseEntity<JsonNode> answer = send("orders/paid", "{\"email\": \"jon@example.com\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).isEqualTo("/id is missing.");
    }

    @Test
    void otherMediaTypesAreRefused() {
        ResponseEntity<JsonNode> answer = RestClient.create(url("/hooks/shopify"))
                .post()
                .contentType(MediaType.TEXT_PLAIN)
                .body("hello")
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(JsonNode.class)));
        assertThat(answer.getStatusCode().value()).isEqualTo(415);
    }

    @Test
    void aBodyOverTwoMegabytesIsRefused() {
        String body = Shopify.order(id, "\"note\": \"" + "x".repeat(2 * 1024 * 1024) + "\"");
        ResponseEntity<JsonNode> answer = send("orders/paid", body);
        assertThat(answer.getStatusCode().value()).isEqualTo(413);
        assertThat(orders.find(id)).isEmpty();
    }

    @Test
    void aBodyOfManyLevelsIsRefused() {
        ResponseEntity<JsonNode> answer = send("orders/paid", "[".repeat(50_000));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    private void assertIgnored(String fields, String reason) {
        String orderId = String.valueOf(IDS.incrementAndGet());
        ResponseEntity<JsonNode> answer = send("orders/paid", Shopify.order(orderId, fields));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().get("outcome").asText()).isEqualTo("ignored");
        assertThat(events.ofOrder(orderId)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(RecordedEvent.Outcome.IGNORED);
            assertThat(event.reason()).isEqualTo(reason);
            assertThat(event.publishedAt()).isNull();
        });
    }

    private ResponseEntity<JsonNode> send(String topic, String body) {
        return send(topic, body, UUID.randomUUID().toString());
    }

    private ResponseEntity<JsonNode> send(String topic, String body, String delivery) {
        return post(body, headers -> {
            headers.set("X-Shopify-Hmac-SHA256", Shopify.sign(SHOPIFY_SECRET, body));
            headers.set("X-Shopify-Topic", topic);
            headers.set("X-Shopify-Shop-Domain", "tests.myshopify.com");
            headers.set("X-Shopify-Webhook-Id", delivery);
        });
    }

    private ResponseEntity<JsonNode> post(String body, java.util.function.Consumer<HttpHeaders> headers) {
        return RestClient.create(url("/hooks/shopify"))
                .post()
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers)
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.bodyTo(JsonNode.class)));
    }
}
