package dev.afterglow.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;

class OurReportTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "INBOUND")
    void everyWordOfTheVocabularyIsUnderstood(Kind kind) {
        assertThat(read(report(kind.word(), "")).event())
                .get()
                .satisfies(event -> assertThat(event.kind()).isEqualTo(kind));
    }

    @Test
    void aReasonAndWhetherItIsForGoodAreUnderstood() {
        ProviderEvent event = read(report(
                        "bounced", ", \"reason\": \"timed-out\", \"hard\": true, \"detail\": \"550\""))
                .event()
                .orElseThrow();

        assertThat(event.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(event.hard()).isTrue();
        assertThat(event.detail()).isEqualTo("550");
    }

    @Test
    void whatACustomerWroteIsInbound() {
        assertThat(read(report("inbound", ", \"text\": \"STOP\"")).inbound())
                .get()
                .satisfies(inbound -> assertThat(inbound.text()).isEqualTo("STOP"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/kind is missing.",
                "{\"kind\": \"vanished\"}|/kind is not a word of our vocabulary.",
                "{\"kind\": \"opened\"}|/provider is missing.",
                "{\"kind\": \"opened\", \"provider\": \"A B\"}|/provider must be lower-case letters, digits and dashes.",
                "{\"kind\": \"opened\", \"provider\": \"a\"}|/id is missing.",
                "{\"kind\": \"opened\", \"provider\": \"a\", \"id\": 1, \"channel\": \"sms\"}|/at is missing.",
                "{\"kind\": \"inbound\", \"provider\": \"a\", \"id\": 1, \"channel\": \"sms\"}|/address is missing."
            })
    void whatIsWrongIsNamedByItsPlace(String body, String detail) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(body))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).isEqualTo(detail));
    }

    @Test
    void nothingChangedIsAccepted() throws Exception {
        byte[] body = report("opened", "").getBytes(StandardCharsets.UTF_8);
        String now = String.valueOf(Instant.now().getEpochSecond());
        String signature =
                new Webhook(SECRET).sign("msg_1", Long.parseLong(now), new String(body, StandardCharsets.UTF_8));

        assertThat(isSigned(now, signature, body)).isTrue();
        assertThat(isSigned(now, "v1,AAAA " + signature, body))
                .as("one of several keys")
                .isTrue();
        assertThat(isSigned("1614265330", signature, body)).as("an old one").isFalse();
        assertThat(ProviderController.isSigned(SECRET, new HttpHeaders(), body)).isFalse();
        Mutations.ofBytes(body, other -> isSigned(now, signature, other));
        Mutations.ofText(signature, other -> isSigned(now, other, body));
    }

    private static boolean isSigned(String time, String signature, byte[] body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("webhook-id", "msg_1");
        headers.set("webhook-timestamp", time);
        headers.set("webhook-signature", signature);
        return ProviderController.isSigned(SECRET, headers, body);
    }

    private static String report(String kind, String more) {
        return """
                {"provider": "our-sms", "id": "e-1", "kind": "%s", "channel": "sms", "at": "2026-05-10T09:00:00Z",
                 "address": "+4917612345678"%s}
                """.formatted(kind, more);
    }

    private static OurReport read(String body) {
        return OurReport.of(Field.root(Json.read(body.getBytes(StandardCharsets.UTF_8))));
    }
}
