package dev.afterglow.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Possession;
import dev.afterglow.support.Cases;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class CloudEventsTest extends AppTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final String order = "order-" + UUID.randomUUID();

    @Autowired
    private Orders orders;

    @Autowired
    private Events events;

    @Autowired
    private Customers customers;

    @Autowired
    private Consents consents;

    @Autowired
    private Cases cases;

    @Test
    void theStructuredFormIsTaken() {
        ResponseEntity<JsonNode> answer =
                send(STRUCTURED, event("e1", "order.paid", "{\"order\": {\"total\": 12.30}}"));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().get("outcome").asText()).isEqualTo("accepted");
        assertThat(orders.find(order).orElseThrow().total()).isEqualByComparingTo("12.30");
    }

    @Test
    void theBinaryFormIsTaken() {
        ResponseEntity<JsonNode> answer = send(
                "application/json",
                "{\"order\": {\"number\": \"#7\"}, \"customer\": {\"email\": \"ada@example.com\"}}",
                Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", order,
                        "ce-source", "/shops/t%C3%BCr",
                        "ce-type", "order.paid",
                        "ce-subject", order,
                        "ce-time", "2026-05-10T09:00:00+02:00"));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(orders.find(order).orElseThrow().number()).isEqualTo("#7");
        assertThat(events.ofOrder(order)).singleElement().satisfies(event -> {
            assertThat(event.sender()).isEqualTo("cloudevents:/shops/tür");
            assertThat(event.occurredAt()).isEqualTo("2026-05-10T07:00:00Z");
        });
    }

    @Test
    void aBatchIsTakenInItsOrder() {
        ResponseEntity<JsonNode> answer = send(
                BATCH,
                "[" + event("b1", "order.created", "{}") + "," + event("b2", "order.paid", "{}") + ","
                        + event("b3", "order.cancelled", "{}") + "]");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).hasSize(3);
        assertThat(events.ofOrder(order))
                .extracting(RecordedEvent::type)
                .containsExactly("order.created", "order.paid", "order.cancelled");
        assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void oneWrongEventRefusesTheBatchNamesItAndNothingIsStored() {
        ResponseEntity<JsonNode> answer =
                send(BATCH, "[" + event("b1", "order.paid", "{}") + "," + event("b2", "order.payed", "{}") + "]");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("/1/type").contains("order.paid");
        assertThat(events.ofOrder(order)).isEmpty();
        assertThat(orders.find(order)).isEmpty();
    }

    @Test
    void whatIsDatedYearsAheadIsRefusedByNameForItWouldOutlastAllThatFollows() {
        String right = event("b1", "parcel.delivered", "{\"number\": \"T-" + order + "\"}");
        String wrong = right.replace("\"data\"", "\"time\": \"2126-05-10T09:00:00Z\", \"data\"");

        assertThat(send(STRUCTURED, wrong).getBody().get("detail").asText())
                .isEqualTo("/time lies more than 26 hours ahead: it must be when it happened.");
        assertThat(send(BATCH, "[" + right + "," + wrong + "]")
                        .getBody()
                        .get("detail")
                        .asText())
                .startsWith("/1/time lies");
        assertThat(send(STRUCTURED, right).getBody().get("outcome").asText())
                .as("nothing of it was kept")
                .isEqualTo("waiting");
    }

    @Test
    void whatArrivedAndWhatWentBackIsKnown() {
        String data = "{\"order\": {\"shipTo\": {\"country\": \"us\", \"region\": \"CA\", \"lines\": [\"1 Main St\"]},"
                + " \"gift\": true, \"lines\": [{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\"}]}}";
        send(STRUCTURED, event("p1", "order.paid", data));
        assertThat(orders.find(order).orElseThrow().possession()).isEqualTo(Possession.NOT_YET);

        send(STRUCTURED, event("p2", "order.delivered", "{\"lines\": [\"a\"]}"));
        assertThat(orders.find(order).orElseThrow().possession()).isEqualTo(Possession.KEPT);

        send(STRUCTURED, event("p3", "order.returned", "{}"));
        Order known = orders.find(order).orElseThrow();
        assertThat(known.possession()).isEqualTo(Possession.NOTHING_KEPT);
        assertThat(known.status()).isEqualTo(OrderStatus.PAID);
        assertThat(known.shipTo().country()).isEqualTo("US");
        assertThat(known.gift()).isTrue();
    }

    @Test
    void whatAPersonSaysIsKeptWithItsProof() {
        String mail = order + "@example.com";
        String who = "\"customer\": {\"email\": \"" + mail + "\", \"timeZone\": \"Europe/Berlin\"}";
        send(
                STRUCTURED,
                event(
                        "g1",
                        "consent.given",
                        "{" + who
                                + ", \"channel\": \"email\", \"topics\": [\"offers\"], \"wording\": \"Yes please\"}"));
        String customer = customers.at("email", mail).getFirst();
        Consent yes = consents.current(customer, "email", Topic.OFFERS).orElseThrow();
        assertThat(yes.state()).isEqualTo(Consent.State.GIVEN);
        assertThat(yes.wording()).isEqualTo("Yes please");
        assertThat(yes.evidence()).contains("g1");

        send(STRUCTURED, event("g2", "consent.withdrawn", "{" + who + "}"));
        assertThat(consents.current(customer))
                .hasSize(20)
                .extracting(Consent::state)
                .containsOnly(Consent.State.WITHDRAWN);
    }

    @Test
    void aCaseIsOpenUntilItIsClosed() {
        String who = "{\"customer\": {\"email\": \"" + order + "@example.com\"}}";
        send(STRUCTURED, event("k1", "case.opened", who));
        String customer = customers.at("email", order + "@example.com").getFirst();
        assertThat(cases.isOpen(customer)).isTrue();

        send(STRUCTURED, event("k2", "case.closed", who));
        assertThat(cases.isOpen(customer)).isFalse();
    }

    @Test
    void whatIsSaidByNobodyIsRefused() {
        ResponseEntity<JsonNode> answer = send(STRUCTURED, event("n1", "consent.given", "{\"channel\": \"email\"}"));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("/data/customer");

        answer = send(STRUCTURED, event("n2", "consent.given", "{\"channel\": \"pigeon\"}"));
        assertThat(answer.getBody().get("detail").asText()).contains("/data/channel");
    }

    @Test
    void aGuestWhoseAddressAnAccountBringsTakesEverythingAlong() {
        String mail = order + "@example.com";
        send(STRUCTURED, event("m1", "order.paid", "{\"customer\": {\"email\": \"" + mail + "\"}}"));
        String guest = orders.find(order).orElseThrow().customerId();
        send(STRUCTURED, event("m2", "customer.updated", "{\"customer\": {\"id\": \"" + order + "\"}}"));
        send(
                STRUCTURED,
                event(
                        "m3",
                        "customer.updated",
                        "{\"customer\": {\"id\": \"" + order + "\", \"email\": \"" + mail + "\"}}"));

        String account = customers.find(guest).orElseThrow().id();
        assertThat(account).isNotEqualTo(guest);
        assertThat(orders.find(order).orElseThrow().customerId()).isEqualTo(account);
        assertThat(events.ofCustomer(account)).hasSize(3);
        assertThat(events.ofCustomer(guest)).isEmpty();
    }

    @Test
    void sourceAndIdNameAnEvent() {
        send(STRUCTURED, event("same", "order.paid", "{}"));
        ResponseEntity<JsonNode> again = send(STRUCTURED, event("same", "order.cancelled", "{}"));
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody().get("outcome").asText()).isEqualTo("duplicate");
        assertThat(events.ofOrder(order)).hasSize(1);
        assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void whatIsMissingIsNamed() {
        ResponseEntity<JsonNode> answer = send(
                STRUCTURED, "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/x\", \"type\": \"order.paid\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("detail").asText()).isEqualTo("/subject is missing.");
    }

    @Test
    void aWrongValueDeepInsideIsNamed() {
        String data = "{\"order\": {\"lines\": [{\"title\": \"a\"}, {\"title\": \"b\", \"quantity\": \"two\"}]}}";
        ResponseEntity<JsonNode> answer = send(STRUCTURED, event("deep", "order.paid", data));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("detail").asText()).contains("/data/order/lines/1/quantity");
    }

    @Test
    void aShopsOwnEventsAreTakenWithoutFacts() {
        ResponseEntity<JsonNode> answer = send(STRUCTURED, event("c1", "custom.repair.done", "{}"));
        assertThat(answer.getBody().get("outcome").asText()).isEqualTo("accepted");
        assertThat(orders.find(order)).isEmpty();
    }

    @Test
    void nobodyComesInWithoutTheKey() {
        ResponseEntity<JsonNode> answer = RestClient.create(url("/events"))
                .post()
                .contentType(MediaType.valueOf(STRUCTURED))
                .body(event("k1", "order.paid", "{}"))
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.bodyTo(JsonNode.class)));
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).startsWith("Bearer");
        assertThat(orders.find(order)).isEmpty();
    }

    @Test
    void otherMediaTypesAreRefused() {
        assertThat(send("application/xml", "<event/>").getStatusCode().value()).isEqualTo(415);
    }

    private String event(String id, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/tests/%s", "type": "%s", "subject": "%s", "data": %s}
                """.formatted(id, order, type, order, data);
    }

    private ResponseEntity<JsonNode> send(String contentType, String body) {
        return send(contentType, body, Map.of());
    }

    private ResponseEntity<JsonNode> send(String contentType, String body, Map<String, String> headers) {
        return RestClient.create(url("/events"))
                .post()
                .contentType(MediaType.valueOf(contentType))
                .headers(all -> headers.forEach(all::set))
                .header("Authorization", "Bearer " + API_KEY)
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(response.bodyTo(JsonNode.class)));
    }
}
