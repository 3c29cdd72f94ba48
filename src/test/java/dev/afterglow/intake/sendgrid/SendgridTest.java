package dev.afterglow.intake.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendgridTest {

    private static final byte[] BODY = "[{\"event\":\"open\"}]\r\n".getBytes(StandardCharsets.UTF_8);
    private static final String TIME = "1600112502";

    @Test
    void everyVectorIsAcceptedAndNothingNearIt() {
        assertThat(Fixtures.vectors("sendgrid")).isNotEmpty().allSatisfy(vector -> {
            PublicKey key =
                    SendgridSignature.key(vector.get("publicKey").asText()).orElseThrow();
            String signature =
                    vector.at("/headers/X-Twilio-Email-Event-Webhook-Signature").asText();
            String time =
                    vector.at("/headers/X-Twilio-Email-Event-Webhook-Timestamp").asText();
            byte[] body = vector.get("body").asText().getBytes(StandardCharsets.UTF_8);

            assertThat(SendgridSignature.isValid(key, time, body, signature)).isTrue();
            assertThat(SendgridSignature.isValid(key, "1600112503", body, signature))
                    .isFalse();
            assertThat(SendgridSignature.isValid(key, null, body, signature)).isFalse();
            assertThat(SendgridSignature.isValid(key, time, body, null)).isFalse();
        });
    }

    @Test
    void nothingChangedIsAccepted() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(256);
        KeyPair pair = pairs.generateKeyPair();
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(TIME.getBytes(StandardCharsets.UTF_8));
        signer.update(BODY);
        String signature = Base64.getEncoder().encodeToString(signer.sign());

        assertThat(SendgridSignature.isValid(pair.getPublic(), TIME, BODY, signature))
                .isTrue();
        Mutations.ofBytes(BODY, other -> SendgridSignature.isValid(pair.getPublic(), TIME, other, signature));
        Mutations.ofText(TIME, other -> SendgridSignature.isValid(pair.getPublic(), other, BODY, signature));
        assertThat(SendgridSignature.isValid(pairs.generateKeyPair().getPublic(), TIME, BODY, signature))
                .isFalse();
    }

    @Test
    void aKeyThatIsNoneIsFoundAtTheStart() {
        assertThat(new SendgridSettings("not a key").isPublicKeyReadable()).isFalse();
        assertThat(new SendgridSettings(null).isPublicKeyReadable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "processed, '', QUEUED, , false",
        "deferred, '', DEFERRED, OTHER, false",
        "delivered, '', DELIVERED, , false",
        "open, '', OPENED, , false",
        "click, '', CLICKED, , false",
        "bounce, '\"type\": \"bounce\"', BOUNCED, BOUNCED, true",
        "bounce, '\"type\": \"bounce\", \"bounce_classification\": \"Invalid Address\"', BOUNCED, INVALID, true",
        "bounce, '\"type\": \"blocked\"', BOUNCED, BLOCKED, false",
        "dropped, '\"reason\": \"Bounced Address\"', REJECTED, BOUNCED, false",
        "dropped, '\"reason\": \"Spam Reporting Address\"', REJECTED, SPAM, false",
        "dropped, '\"reason\": \"Unsubscribed Address\"', REJECTED, UNSUBSCRIBED, false",
        "dropped, '\"reason\": \"Invalid\"', REJECTED, INVALID, false",
        "dropped, '\"reason\": \"Spam Content (if Spam Checker app enabled)\"', REJECTED, OTHER, false",
        "spamreport, '', COMPLAINED, , false",
        "unsubscribe, '', UNSUBSCRIBED, , false",
        "group_unsubscribe, '', UNSUBSCRIBED, , false",
        "group_resubscribe, '', SUBSCRIBED, , false",
        "account_status_change, '', UNKNOWN, , false"
    })
    void everyEventHasItsKind(String event, String more, Kind kind, Reason reason, boolean hard) {
        String body = """
                [{"event": "%s", "email": "ada@example.com", "timestamp": 1600112492, "sg_event_id": "e1",
                  "sg_message_id": "abc_D.filter-1.0", "smtp-id": "<0190f3b2-0000-7000-8000-000000000001@shop.example>"%s}]
                """.formatted(event, more.isEmpty() ? "" : ", " + more);

        assertThat(read(body.getBytes(StandardCharsets.UTF_8))).singleElement().satisfies(read -> {
            assertThat(read.kind()).isEqualTo(kind);
            assertThat(read.reason()).isEqualTo(reason);
            assertThat(read.hard()).isEqualTo(hard);
            assertThat(read.address()).isEqualTo("ada@example.com");
            assertThat(read.messageId()).isEqualTo("0190f3b2-0000-7000-8000-000000000001");
            assertThat(read.providerMessageId()).isEqualTo("abc_D");
        });
    }

    @Test
    void realOnesAreUnderstood() {
        assertThat(read(Fixtures.payload("sendgrid/symfony_webhook.json")))
                .extracting(ProviderEvent::kind, ProviderEvent::reason)
                .containsExactly(tuple(Kind.REJECTED, Reason.BOUNCED));
        assertThat(read(Fixtures.payload("sendgrid/symfony_batch.json")))
                .extracting(ProviderEvent::kind)
                .containsExactly(Kind.REJECTED, Kind.CLICKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "[7]",
                "[{}]",
                "[{\"event\": \"open\"}]",
                "[{\"event\": \"open\", \"sg_event_id\": \"1\"}]"
            })
    void whatIsWrongIsNamed(String body) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ProviderEvent> read(byte[] body) {
        return Field.root(Json.read(body)).items().stream()
                .map(SendgridEvent::of)
                .toList();
    }
}
