package dev.afterglow.intake.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class WoocommerceDoorTest extends AppTest {

    private static final AtomicLong IDS = new AtomicLong(70_000_000);

    private final long id = IDS.incrementAndGet();

    @Autowired
    private Orders orders;

    @Autowired
    private Events events;

    @Test
    void theFirstKnockIsAnsweredWithoutSignature() {
        ResponseEntity<JsonNode> answer =
                post("/hooks/woocommerce", MediaType.APPLICATION_FORM_URLENCODED, "webhook_id=142", headers -> {});
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void anOrderIsFollowedThroughItsLife() {
        send("order.created", Woocommerce.order(id, "pending", "2026-05-10T09:00:00"));
        send("order.updated", Woocommerce.order(id, "processing", "2026-05-10T09:05:00"));
        send("order.updated", Woocommerce.order(id, "processing", "2026-05-10T09:06:00"));
        send("order.updated", Woocommerce.order(id, "cancelled", "2026-05-10T09:07:00"));

        assertThat(orders.find(String.valueOf(id)).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events.ofOrder(String.valueOf(id)))
                .extracting(RecordedEvent::type)
                .filteredOn(type -> !type.equals("order.updated"))
                .containsExactly("order.created", "order.paid", "order.cancelled");
    }

    @Test
    void whatIsDeliveredTwiceChangesNothing() {
        String body = Woocommerce.order(id, "processing", "2026-05-10T09:05:00");
        send("order.updated", body);
        ResponseEntity<JsonNode> again = send("order.updated", body);

        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody().findValuesAsText("outcome")).containsOnly("duplicate");
        assertThat(events.ofOrder(String.valueOf(id))).hasSize(3);
    }

    @Test
    void twoShopsMayUseTheSameNumber() {
        String body = Woocommerce.order(id, "processing", "2026-05-10T09:05:00");
        send("order.updated", body);
        ResponseEntity<JsonNode> other = post(
                "/hooks/woocommerce/blue",
                MediaType.APPLICATION_JSON,
                body,
                headers -> signed(headers, "order.updated", body));

        assertThat(other.getStatusCode().value()).isEqualTo(200);
        assertThat(orders.find("blue/" + id)).isPresent();
        assertThat(orders.find(String.valueOf(id))).isPresent();
    }

    @Test
    void strangersAreTurnedAwayAndNothingIsStored() {
        String body = Woocommerce.order(id, "processing", "2026-05-10T09:05:00");
        ResponseEntity<JsonNode> forged = post("/hooks/woocommerce", MediaType.APPLICATION_JSON, body, headers -> {
            headers.set("X-WC-Webhook-Topic", "order.updated");
            headers.set("X-WC-Webhook-Signature", Woocommerce.sign("guess", body));
        });
        assertThat(forged.getStatusCode().value()).isEqualTo(401);
        assertThat(post("/hooks/woocommerce", MediaType.APPLICATION_JSON, body, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(post("/hooks/woocommerce/red", MediaType.APPLICATION_JSON, body, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(orders.find(String.valueOf(id))).isEmpty();
    }

    private ResponseEntity<JsonNode> send(String topic, String body) {
        return post("/hooks/woocommerce", MediaType.APPLICATION_JSON, body, headers -> signed(headers, topic, body));
    }

    private static void signed(HttpHeaders headers, String topic, String body) {
        headers.set("X-WC-Webhook-Topic", topic);
        headers.set("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString());
        headers.set("X-WC-Webhook-Signature", Woocommerce.sign(SHOPIFY_SECRET, body));
    }

    private ResponseEntity<JsonNode> post(String path, MediaType type, String body, Consumer<HttpHeaders> headers) {
        return RestClient.create(url(path))
                .post()
                .contentType(type)
                .headers(headers)
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.bodyTo(JsonNode.class)));
    }
}
