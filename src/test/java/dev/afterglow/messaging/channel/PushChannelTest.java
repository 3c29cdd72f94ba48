package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.afterglow.messaging.channel.Channel.Handover;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PushChannelTest extends HttpChannelContract {

    /** A secret in base64, as the standard wants it. */
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void aPushMessageSaysWhoWhatAndWhere() throws Exception {
        assertThat(handOver(channel())).isEqualTo(new Handover.Taken("p-7"));

        JsonNode body = new ObjectMapper().readTree(server.requests().getFirst().body());
        assertThat(body.path("to").asText()).isEqualTo("customer-4711");
        assertThat(body.path("title").asText()).isEqualTo("Grüße, Ada");
        assertThat(body.path("body").asText()).isEqualTo("Hello\n");
        assertThat(body.path("url").asText()).isEqualTo("https://shop.example/o/1");
        assertThat(body.path("data").path("badge").asText()).isEqualTo("2");
    }

    @Test
    void theReceiverCanTellThatItIsFromUs() throws Exception {
        handOver(channel());

        ScriptedHttpServer.Request request = server.requests().getFirst();
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        new Webhook(KEY).verify(request.body(), headers);
        assertThat(request.headers()).containsEntry("webhook-id", "0190f3b2-0000-7000-8000-000000000001");
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(KEY).verify(request.body() + " ", headers));
    }

    @Test
    void aSecretThatIsNoneIsSaidAtTheStartAndNotShown() {
        for (String secret : List.of("whsec_c2hvcnQ=", "whsec_***", "short")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> channel(secret, LONG))
                    .withMessageContaining("afterglow.messaging.push.secret")
                    .withMessageNotContaining(secret.replace("whsec_", ""));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushSettings("https://a.example", null, Duration.ZERO, LONG))
                .withMessageContaining("afterglow.messaging.push.secret must be set too");
    }

    @Override
    Channel channel(Duration deadline) {
        return channel(KEY, deadline);
    }

    @Override
    String fine() {
        return ScriptedHttpServer.json(202, "{\"id\": \"p-7\"}");
    }

    @Override
    String address() {
        return "customer-4711";
    }

    @Override
    Map<String, String> fields() {
        return Map.of("url", "https://shop.example/o/1", "badge", "2");
    }

    @Override
    void refuses() {
        server.answers(ScriptedHttpServer.json(410, ""));
    }

    private Channel channel(String secret, Duration deadline) {
        return new PushChannel(
                new PushSettings(server.url(), secret, Duration.ZERO, deadline), post, Clock.systemUTC());
    }
}
