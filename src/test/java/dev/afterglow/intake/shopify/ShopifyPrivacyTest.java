package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.privacy.PrivacyRequest;
import dev.afterglow.privacy.PrivacyRequest.Kind;
import dev.afterglow.privacy.PrivacyRequest.State;
import dev.afterglow.privacy.PrivacyRequests;
import dev.afterglow.shop.ShopKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class ShopifyPrivacyTest extends AppTest {

    private static final AtomicLong IDS = new AtomicLong(830_982_911_946_154_508L);

    private final String id = String.valueOf(IDS.incrementAndGet());
    private final String shop = "privacy-" + id + ".myshopify.com";
    private final String sender = "shopify:" + shop;

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private Events events;

    @Autowired
    private PrivacyRequests requests;

    @Test
    void aRequestForDataWaitsForAPersonWhoIsToHandItOut() {
        order(shop, id, "\"financial_status\": \"paid\"");
        String body = """
                {"shop_id": 954889, "shop_domain": "%s", "orders_requested": [%s],
                 "customer": {"id": %s7, "email": "nobody-%s@example.com", "phone": null}, "data_request": {"id": 9999}}
                """.formatted(shop, id, id, id);

        assertThat(send(shop, "customers/data_request", body).getStatusCode().value())
                .isEqualTo(200);
        assertThat(outcome(send(shop, "customers/data_request", body))).isEqualTo("duplicate");

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(Kind.EXPORT);
            assertThat(request.state()).isEqualTo(State.WAITING);
            assertThat(request.customerId()).isEqualTo(customerOf(id));
            assertThat(Duration.between(request.askedAt(), request.dueAt()).toDays())
                    .isBetween(28L, 31L);
        });
        assertThat(requests.done(asked().getFirst().id(), "rita")).isTrue();
        assertThat(asked().getFirst().doneBy()).isEqualTo("rita");
    }

    @Test
    void whoIsNamedByAnAddressAloneIsErasedBeforeTheAnswer() {
        String email = "e" + id + "@example.com";
        order(shop, id, "\"customer\": null, \"email\": \"%s\"".formatted(email));
        String customer = customerOf(id);

        ResponseEntity<JsonNode> answer = send(shop, "customers/redact", """
                {"shop_domain": "%s", "customer": {"email": "%s"}, "orders_to_redact": []}
                """.formatted(shop, email));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(customers.isErased(customer)).isTrue();
        assertThat(orders.find(id).orElseThrow().email()).isNull();
        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(Kind.ERASURE);
            assertThat(request.state()).isEqualTo(State.DONE);
            assertThat(request.erased()).isEqualTo(1);
            assertThat(request.doneBy()).isEqualTo(sender);
        });
    }

    @Test
    void whoeverPlacedANamedOrderIsMeantTooAndNobodyElse() {
        String other = String.valueOf(IDS.incrementAndGet());
        order(shop, id, "\"customer\": null, \"email\": \"a%s@example.com\"".formatted(id));
        order(shop, other, "\"customer\": null, \"email\": \"b%s@example.com\"".formatted(id));

        send(shop, "customers/redact", """
                {"shop_domain": "%s", "customer": {"id": 1%s, "email": null}, "orders_to_redact": [%s]}
                """.formatted(shop, id.substring(8), id));

        assertThat(customers.isErased(customerOf(id))).isTrue();
        assertThat(customers.isErased(customerOf(other))).isFalse();
    }

    @Test
    void ofSomebodyNobodyKnowsItIsOnRecordThatItWasAskedFor() {
        send(shop, "customers/redact", """
                {"shop_domain": "%s", "customer": {"email": "stranger-%s@example.com"}, "orders_to_redact": []}
                """.formatted(shop, id));
        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(State.DONE);
            assertThat(request.erased()).isZero();
            assertThat(request.customerId()).isNull();
        });
    }

    @Test
    void aBadSignatureIsRefusedWith401AndNobodyIsErased() {
        order(shop, id, "\"financial_status\": \"paid\"");
        for (String topic : List.of("customers/data_request", "customers/redact", "shop/redact")) {
            String body = "{\"shop_domain\": \"%s\", \"customer\": {\"id\": %s7}}".formatted(shop, id);
            assertThat(send(shop, topic, body, "not the secret", null)
                            .getStatusCode()
                            .value())
                    .as(topic)
                    .isEqualTo(401);
        }
        assertThat(asked()).isEmpty();
        assertThat(customers.isErased(customerOf(id))).isFalse();
    }

    @Test
    void aBodyOfAnotherShopThanTheHeadersSayIsRefused() {
        ResponseEntity<JsonNode> answer = send(shop, "shop/redact", "{\"shop_domain\": \"other.myshopify.com\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("/shop_domain");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aShopThatLeftIsErasedWithAllItsPeopleAlsoThoseWithoutAName() {
        String unnamed = String.valueOf(IDS.incrementAndGet());
        String elsewhere = String.valueOf(IDS.incrementAndGet());
        order(shop, id, "\"financial_status\": \"paid\"");
        order(shop, unnamed, "\"customer\": null, \"email\": null, \"shipping_address\": {\"name\": \"No Name\"}");
        order("stays-" + id + ".myshopify.com", elsewhere, "\"financial_status\": \"paid\"");
        String customer = customerOf(id);
        send(shop, "app/uninstalled", "{\"id\": 1, \"email\": \"owner@example.com\"}");

        assertThat(outcome(send(shop, "shop/redact", "{\"shop_id\": 1, \"shop_domain\": \"%s\"}".formatted(shop))))
                .isEqualTo("accepted");

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> asked().getFirst().state() == State.DONE);
        assertThat(asked().getFirst().erased()).isEqualTo(2);
        assertThat(customers.isErased(customer)).isTrue();
        assertThat(orders.isErased(unnamed)).isTrue();
        assertThat(orders.find(unnamed).orElseThrow().shipTo()).isNull();
        assertThat(customers.isErased(customerOf(elsewhere))).isFalse();
    }

    @Test
    void aShopThatIsStillHeardOfIsNotErasedUntilSomebodyHasLooked() {
        order(shop, id, "\"financial_status\": \"paid\"");
        send(shop, "shop/redact", "{\"shop_id\": 1, \"shop_domain\": \"%s\"}".formatted(shop));

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.kind()).isEqualTo(Kind.SHOP_ERASURE);
            assertThat(request.state()).isEqualTo(State.WAITING);
        });
        assertThat(requests.start(asked().getFirst().id())).isTrue();
        assertThat(requests.start(asked().getFirst().id())).isFalse();
    }

    @Test
    void aShopThatCameBackWithAnotherAppIsNotErasedByTheOldOne() {
        send(shop, "app/uninstalled", "{\"id\": 1}", SHOPIFY_SECRET, clock().instant());
        order(shop, id, "\"financial_status\": \"paid\"");
        clock().advance(Duration.ofDays(2));
        send(shop, "shop/redact", "{\"shop_domain\": \"%s\"}".formatted(shop));
        assertThat(asked().getFirst().state()).isEqualTo(State.WAITING);
    }

    @Test
    void journeysHearNothingOfAShopThatLeftUntilItIsBack() {
        Instant left = clock().instant();
        send(shop, "app/uninstalled", "{\"id\": 1, \"email\": \"owner@example.com\"}", SHOPIFY_SECRET, left);
        clock().advance(Duration.ofMinutes(1));

        JsonNode late = send(shop, "orders/paid", Shopify.order(id), SHOPIFY_SECRET, left.minusSeconds(60))
                .getBody();
        assertThat(late.get("reason").asText()).isEqualTo("shop-gone");
        assertThat(orders.find(id)).as("facts are kept").isPresent();

        String next = String.valueOf(IDS.incrementAndGet());
        JsonNode again = send(shop, "orders/paid", Shopify.order(next), SHOPIFY_SECRET, clock().instant())
                .getBody();
        assertThat(again.get("outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void aReturnIsOnTheTimelineOfItsOrderAlsoWhenNobodyKnowsTheOrder() {
        order(shop, id, "\"financial_status\": \"paid\"");
        String body = "{\"id\": 1%s, \"order\": {\"id\": %s}}";
        assertThat(send(shop, "returns/approve", body.formatted(id.substring(8), id))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(events.ofOrder(id)).extracting(RecordedEvent::type).contains("return.opened");
        assertThat(send(shop, "returns/approve", body.formatted("1" + id.substring(8), "1"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aSecondShopHasItsOwnSecretsOrdersAndCustomers() {
        String blue = "blue.myshopify.com";
        order(shop, id, "\"financial_status\": \"paid\"");
        assertThat(send(blue, "orders/paid", Shopify.order(id), "before", null)
                        .getStatusCode()
                        .value())
                .as("the secret before counts as long as it is named")
                .isEqualTo(200);
        assertThat(send(blue, "orders/paid", Shopify.order(id), "another", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);

        String theirs = new ShopKey("blue").own(id);
        assertThat(orders.find(theirs)).isPresent();
        assertThat(customerOf(theirs)).isNotEqualTo(customerOf(id));

        send(blue, "customers/redact", """
                {"shop_domain": "%s", "customer": {"id": %s7, "email": "john@example.com"}, "orders_to_redact": [%s]}
                """.formatted(blue, id, id));
        assertThat(customers.isErased(customerOf(theirs))).isTrue();
        assertThat(customers.isErased(customerOf(id))).isFalse();
    }

    private void order(String domain, String order, String fields) {
        String body = Shopify.order(order, fields)
                .replace("john@example.com", "john" + order + "@example.com")
                .replace("jon@example.com", "jon" + order + "@example.com");
        assertThat(send(domain, "orders/paid", body).getStatusCode().value()).isEqualTo(200);
    }

    private String customerOf(String order) {
        return orders.find(order).map(Order::customerId).orElseThrow();
    }

    private List<PrivacyRequest> asked() {
        return requests.latest(1000).stream()
                .filter(request -> request.sender().equals(sender))
                .toList();
    }

    private static String outcome(ResponseEntity<JsonNode> answer) {
        return answer.getBody().get("outcome").asText();
    }

    private ResponseEntity<JsonNode> send(String domain, String topic, String body) {
        return send(domain, topic, body, SHOPIFY_SECRET, null);
    }

    private ResponseEntity<JsonNode> send(String domain, String topic, String body, String secret, Instant at) {
        return RestClient.create(url("/hooks/shopify"))
                .post()
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.set("X-Shopify-Hmac-SHA256", Shopify.sign(secret, body));
                    headers.set("X-Shopify-Topic", topic);
                    headers.set("X-Shopify-Shop-Domain", domain);
                    headers.set("X-Shopify-Webhook-Id", UUID.randomUUID().toString());
                    if (at != null) {
                        headers.set("X-Shopify-Triggered-At", at.toString());
                    }
                })
                .body(body)
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(JsonNode.class)));
    }
}
