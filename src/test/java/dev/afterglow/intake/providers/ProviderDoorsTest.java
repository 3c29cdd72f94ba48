package dev.afterglow.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.shop.ShopKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The doors of all providers on the wire: who may come in, and what they are answered. */
class ProviderDoorsTest extends AppTest {

    private final String digits = "491762" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

    @Autowired
    private Suppressions suppressions;

    @Test
    void twilioBringsAStopAndGetsOneConfirmationToSend() {
        String form = "MessageSid=SM%s&From=%%2B%s&Body=Stop".formatted(UUID.randomUUID(), digits);
        String signed = "https://shop.example/hooks/twilio/inbound" + "BodyStop" + "From+" + digits + "MessageSid"
                + form.substring("MessageSid=".length(), form.indexOf('&'));

        ResponseEntity<String> answer = twilio("/hooks/twilio/inbound", form, sign("HmacSHA1", signed));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).contains("<Message>Beans &#38; Co, Blue: ").endsWith("</Message></Response>");
        assertThat(twilio("/hooks/twilio/inbound", form, sign("HmacSHA1", signed))
                        .getBody())
                .endsWith("<Response></Response>");
        assertThat(suppressions.find(ShopKey.MAIN, "sms", "+" + digits).map(Suppression::reason))
                .contains("stopped");
    }

    @Test
    void twilioReportsAStatusWithOurIdInTheAddress() {
        String path = "/hooks/twilio/status?message=" + UUID.randomUUID();
        String form = "ErrorCode=30005&MessageSid=SM%s&MessageStatus=undelivered&To=%%2B%s"
                .formatted(UUID.randomUUID(), digits);
        String sid = form.substring(form.indexOf("SM"), form.indexOf("&MessageStatus"));
        String signed = "https://shop.example" + path + "ErrorCode30005MessageSid" + sid + "MessageStatusundeliveredTo+"
                + digits;

        assertThat(twilio(path, form, sign("HmacSHA1", "forged"))
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(suppressions.find(ShopKey.MAIN, "sms", "+" + digits)).isEmpty();
        assertThat(twilio(path, form, sign("HmacSHA1", signed)).getStatusCode().value())
                .isEqualTo(204);
        assertThat(suppressions.find(ShopKey.MAIN, "sms", "+" + digits).map(Suppression::reason))
                .contains("hard-bounce");
    }

    @Test
    void whatsAppShakesHandsWithWhoKnowsTheTokenOnly() {
        String path = "/hooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        assertThat(get(path + PROVIDER_SECRET).getBody()).isEqualTo("1158201444");
        assertThat(get(path + "guess").getStatusCode().value()).isEqualTo(403);
        assertThat(get("/hooks/whatsapp").getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void whatsAppReportsAreTakenWhenSigned() {
        String body = """
                {"entry": [{"changes": [{"value": {"messages": [{"from": "%s", "id": "wamid.%s",
                 "timestamp": "1778400000", "text": {"body": "STOP"}}]}}]}]}
                """.formatted(digits, UUID.randomUUID());
        String signature = "sha256="
                + HexFormat.of()
                        .formatHex(Proof.hmac("HmacSHA256", PROVIDER_SECRET, body.getBytes(StandardCharsets.UTF_8)));

        assertThat(json("/hooks/whatsapp", body, headers -> headers.set("X-Hub-Signature-256", "sha256=00"))
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(json("/hooks/whatsapp", body, headers -> headers.set("X-Hub-Signature-256", signature))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(suppressions.find(ShopKey.MAIN, "whatsapp", "+" + digits).map(Suppression::reason))
                .contains("stopped");
    }

    @Test
    void postmarkSignsInAndIsRefusedOtherwise() {
        String body = """
                {"RecordType": "Bounce", "ID": 1, "Type": "HardBounce", "MessageID": "%s", "Email": "%s@example.com",
                 "BouncedAt": "2026-05-10T09:00:00Z"}
                """.formatted(UUID.randomUUID(), digits);

        assertThat(json("/hooks/postmark", body, headers -> {}).getStatusCode().value())
                .isEqualTo(401);
        assertThat(json("/hooks/postmark", body, headers -> headers.setBasicAuth("postmark", PROVIDER_SECRET))
                        .getBody())
                .isEqualTo("{\"told\":1,\"news\":1}");
        assertThat(suppressions.find(ShopKey.MAIN, "email", digits + "@example.com"))
                .isPresent();
    }

    @Test
    void ourOwnWordsComeInWithTheApiKey() {
        String body = """
                [{"provider": "test", "id": "%s", "kind": "bounced", "hard": true, "channel": "sms", "address": "+%s",
                  "at": "2026-05-10T09:00:00Z"}]
                """.formatted(UUID.randomUUID(), digits);

        assertThat(json("/api/provider-events", body, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(json("/api/provider-events", body, headers -> headers.setBearerAuth(API_KEY))
                        .getBody())
                .isEqualTo("{\"told\":1,\"news\":1}");
        assertThat(json("/api/provider-events", "[{}]", headers -> headers.setBearerAuth(API_KEY))
                        .getBody())
                .contains("\"detail\":\"/0/kind is missing.\"");
    }

    @Test
    void aDoorWithoutItsSecretIsClosedAndSaysWhichIsMissing() {
        assertThat(json("/hooks/ses", "{}", headers -> {}).getBody()).contains("afterglow.intake.ses.topics");
        assertThat(json("/hooks/sendgrid", "[]", headers -> {}).getBody())
                .contains("afterglow.intake.sendgrid.public-key");
        assertThat(json("/hooks/provider", "[]", headers -> {}).getStatusCode().value())
                .isEqualTo(401);
    }

    private static String sign(String algorithm, String text) {
        return Base64.getEncoder()
                .encodeToString(Proof.hmac(algorithm, PROVIDER_SECRET, text.getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<String> twilio(String path, String form, String signature) {
        return post(
                path,
                MediaType.APPLICATION_FORM_URLENCODED,
                form,
                headers -> headers.set("X-Twilio-Signature", signature));
    }

    private ResponseEntity<String> json(String path, String body, Consumer<HttpHeaders> headers) {
        return post(path, MediaType.APPLICATION_JSON, body, headers);
    }

    private ResponseEntity<String> post(String path, MediaType type, String body, Consumer<HttpHeaders> headers) {
        return RestClient.create()
                .post()
                .uri(URI.create(url(path)))
                .contentType(type)
                .headers(headers)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(String.class)));
    }

    private ResponseEntity<String> get(String path) {
        return RestClient.create()
                .get()
                .uri(URI.create(url(path)))
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(String.class)));
    }
}
