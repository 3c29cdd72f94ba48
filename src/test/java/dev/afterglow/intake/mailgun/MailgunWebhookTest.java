package dev.afterglow.intake.mailgun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.shop.ShopKey;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class MailgunWebhookTest extends AppTest {

    private final String address = UUID.randomUUID() + "@example.com";

    @Autowired
    private Suppressions suppressions;

    @Test
    void aHardBounceShutsTheAddressAtOnceAndAgainChangesNothing() {
        String report = report(failed("permanent"));

        assertThat(post(report).getBody().toString()).isEqualTo("{\"told\":1,\"news\":1}");
        assertThat(post(report).getBody().toString()).isEqualTo("{\"told\":1,\"news\":0}");

        assertThat(suppressions.find(ShopKey.MAIN, "email", address))
                .map(Suppression::reason)
                .contains("hard-bounce");
    }

    @Test
    void whatMayPassDoesNot() {
        assertThat(post(report(failed("temporary"))).getStatusCode().value()).isEqualTo(200);

        assertThat(suppressions.find(ShopKey.MAIN, "email", address)).isEmpty();
    }

    @Test
    void oneTokenDoesNotVouchForTwoReports() {
        String token = UUID.randomUUID().toString();
        String harmless = Mailgun.data("opened", address, "x@y", "");
        assertThat(post(Mailgun.report(PROVIDER_SECRET, clock().instant(), token, harmless))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        var answer = post(Mailgun.report(PROVIDER_SECRET, clock().instant(), token, failed("permanent")));

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getBody().get("detail").asText()).contains("token");
        assertThat(suppressions.find(ShopKey.MAIN, "email", address)).isEmpty();
    }

    @Test
    void strangersAndOldReportsAreRefused() {
        String forged = Mailgun.report("another key", clock().instant(), failed("permanent"));
        String old =
                Mailgun.report(PROVIDER_SECRET, clock().instant().minus(Duration.ofHours(13)), failed("permanent"));

        assertThat(post(forged).getStatusCode().value()).isEqualTo(401);
        assertThat(post(old).getStatusCode().value()).isEqualTo(401);
        assertThat(suppressions.find(ShopKey.MAIN, "email", address)).isEmpty();
    }

    @Test
    void whatIsNotAReportIsRefusedWithTheReason() {
        assertThat(post("{").getStatusCode().value()).isEqualTo(400);
        assertThat(post("").getStatusCode().value()).isEqualTo(400);
        assertThat(post("{}").getBody().get("detail").asText()).startsWith("/signature ");
        assertThat(post(report("{\"event\": \"failed\"}"))
                        .getBody()
                        .get("detail")
                        .asText())
                .isEqualTo("/event-data/id is missing.");
    }

    private String failed(String severity) {
        return Mailgun.data("failed", address, "x@y", Mailgun.failed(severity, "generic", 550));
    }

    private String report(String data) {
        return Mailgun.report(PROVIDER_SECRET, clock().instant(), data);
    }

    private ResponseEntity<JsonNode> post(String body) {
        return RestClient.create(url("/hooks/mailgun"))
                .post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(JsonNode.class)));
    }
}
