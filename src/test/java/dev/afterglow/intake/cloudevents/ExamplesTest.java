package dev.afterglow.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** What the page about our events shows is what the door takes. */
class ExamplesTest extends AppTest {

    @Test
    void everyExampleIsTakenAsItStandsThere() {
        for (OurEvent event : Examples.shown()) {
            ResponseEntity<JsonNode> answer = RestClient.create(url("/events"))
                    .post()
                    .contentType(MediaType.valueOf("application/cloudevents+json"))
                    .header("Authorization", "Bearer " + API_KEY)
                    .body(Examples.of(event))
                    .exchange((request, response) ->
                            ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(JsonNode.class)));
            assertThat(answer.getStatusCode().value())
                    .as("%s: %s", event.name(), answer.getBody())
                    .isEqualTo(200);
            assertThat(answer.getBody().get("outcome").asText())
                    .as("%s: %s", event.name(), answer.getBody())
                    .isNotIn("duplicate", "refused");
        }
    }

    @Test
    void theSchemasAreHandedOutToThoseWithTheKey() {
        assertThat(get("/events/schemas", API_KEY).getBody().toString()).contains("order.paid.json");
        ResponseEntity<JsonNode> schema = get("/events/schemas/order.paid.json", API_KEY);
        assertThat(schema.getHeaders().getContentType()).hasToString("application/schema+json");
        assertThat(schema.getBody().at("/properties/type/const").asText()).isEqualTo("order.paid");
        assertThat(get("/events/schemas/order.payed.json", API_KEY)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(get("/events/schemas/order.paid.json", "guess")
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private ResponseEntity<JsonNode> get(String path, String key) {
        return RestClient.create(url(path))
                .get()
                .header("Authorization", "Bearer " + key)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree(response.getBody().readAllBytes())));
    }
}
