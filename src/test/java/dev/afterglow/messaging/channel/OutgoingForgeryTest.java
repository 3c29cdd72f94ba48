package dev.afterglow.messaging.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.afterglow.intake.providers.Mutations;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What we sign, in the hands of a receiver who uses the standard's own library. */
class OutgoingForgeryTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"type\": \"message\", \"data\": {}}";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() throws Exception {
        Webhook receiver = new Webhook(SECRET);
        Map<String, String> genuine =
                new TreeMap<>(new StandardWebhook("a setting", SECRET).headers("msg_1", Instant.now(), BODY));
        genuine.remove("Content-Type");
        genuine.put("body", BODY);

        Mutations.ofAll(10_000, genuine, parts -> !isTheSame(parts) && isAccepted(receiver, parts));
    }

    private static boolean isAccepted(Webhook receiver, Map<String, byte[]> parts) {
        Map<String, List<String>> headers = parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("webhook-"))
                .collect(Collectors.toMap(Map.Entry::getKey, part -> List.of(new String(part.getValue(), UTF_8))));
        try {
            receiver.verify(new String(parts.get("body"), UTF_8), HttpHeaders.of(headers, (name, value) -> true));
            return true;
        } catch (WebhookVerificationException | IllegalArgumentException refused) {
            return false;
        }
    }

    // why: a list may hold the same signature twice; and the library overlooks a second comma, and zeros before a time.
    private static boolean isTheSame(Map<String, byte[]> parts) {
        String signature = new String(parts.get("webhook-signature"), UTF_8);
        return signature.contains(" ")
                || signature.indexOf(',') != signature.lastIndexOf(',')
                || new String(parts.get("webhook-timestamp"), UTF_8).matches("[0+].*");
    }
}
