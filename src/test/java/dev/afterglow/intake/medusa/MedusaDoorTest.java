package dev.afterglow.intake.medusa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class MedusaDoorTest extends AppTest {

    private final String id = "order_" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private Orders orders;

    @Autowired
    private Events events;

    @Test
    void anOrderIsFetchedAndItsStepsAreTold() {
        Medusa.SHARED.answers(new Medusa.Answer(200, Medusa.order(id, "pending", "authorized", "")));
        assertThat(send("order.placed").getStatusCode().value()).isEqualTo(200);
        assertThat(send("order.fulfillment_created").getBody().findValuesAsText("outcome"))
                .as("the same state, told again")
                .containsOnly("duplicate");
        Medusa.SHARED.answers(new Medusa.Answer(200, Medusa.order(id, "canceled", "canceled", "")));
        send("order.canceled");

        assertThat(orders.find(id).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events.ofOrder(id))
                .extracting(RecordedEvent::type)
                .filteredOn(type -> !type.equals("order.updated"))
                .startsWith("order.created", "order.paid", "order.cancelled");
    }

    @Test
    void aShopThatCannotBeAskedLeavesNothingHalfStored() {
        Medusa.SHARED.answers(new Medusa.Answer(500, ""));
        ResponseEntity<JsonNode> answer = send("order.placed");

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(orders.find(id)).isEmpty();
        assertThat(events.ofOrder(id)).isEmpty();
    }

    @Test
    void strangersMakeUsAskNobody() {
        int asked = Medusa.SHARED.asked().size();
        assertThat(send("order.placed", "guess").getStatusCode().value()).isEqualTo(401);
        assertThat(Medusa.SHARED.asked()).hasSize(asked);
    }

    private ResponseEntity<JsonNode> send(String name) {
        return send(name, SHOPIFY_SECRET);
    }

    private ResponseEntity<JsonNode> send(String name, String secret) {
        String body = "{\"name\": \"%s\", \"data\": {\"id\": \"%s\"}}".formatted(name, id);
        return RestClient.create(url("/hooks/medusa"))
                .post()
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Afterglow-Signature", Medusa.sign(secret, body))
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.bodyTo(JsonNode.class)));
    }
}
