package dev.afterglow.intake.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final byte[] FORM =
            bytes("Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309");
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");

    @Test
    void theSendersOwnExampleIsAcceptedWithAndWithoutThePort() {
        assertThat(TwilioSignature.isValid("12345", URL, FORM, SIGNATURE)).isTrue();
        assertThat(TwilioSignature.isValid("12345", URL.replace(".com/", ".com:443/"), FORM, SIGNATURE))
                .isTrue();
        assertThat(TwilioSignature.isValid("12346", URL, FORM, SIGNATURE)).isFalse();
        assertThat(TwilioSignature.isValid(null, URL, FORM, SIGNATURE)).isFalse();
        assertThat(TwilioSignature.isValid("12345", URL, FORM, null)).isFalse();
    }

    @Test
    void everyVectorIsAccepted() {
        assertThat(Fixtures.vectors("twilio"))
                .isNotEmpty()
                .allSatisfy(vector ->
                        assertThat(isValid(vector, form(vector.get("params")))).isTrue());
        assertThat(Fixtures.vectors("twilio-json"))
                .isNotEmpty()
                .allSatisfy(vector -> assertThat(
                                isValid(vector, bytes(vector.get("body").asText())))
                        .isTrue());
    }

    @Test
    void nothingChangedIsAccepted() {
        Mutations.ofText(SIGNATURE, other -> TwilioSignature.isValid("12345", URL, FORM, other));
        Mutations.ofText(URL, other -> TwilioSignature.isValid("12345", other, FORM, SIGNATURE));
        Mutations.ofText(
                "1234567890ABCDE",
                other -> TwilioSignature.isValid(
                        "12345",
                        URL,
                        bytes(new String(FORM, StandardCharsets.UTF_8).replace("1234567890ABCDE", encoded(other))),
                        SIGNATURE));
    }

    @ParameterizedTest
    @CsvSource({
        "queued, , QUEUED, , false",
        "sending, , QUEUED, , false",
        "sent, , SENT, , false",
        "delivered, , DELIVERED, , false",
        "read, , OPENED, , false",
        "undelivered, 30003, BOUNCED, OTHER, false",
        "undelivered, 30004, BOUNCED, BLOCKED, false",
        "undelivered, 30005, BOUNCED, INVALID, true",
        "undelivered, 30006, BOUNCED, INVALID, true",
        "undelivered, 30007, BOUNCED, SPAM, false",
        "failed, 21610, REJECTED, UNSUBSCRIBED, false",
        "failed, 30002, FAILED, OTHER, false",
        "canceled, , FAILED, OTHER, false",
        "something-new, , UNKNOWN, , false"
    })
    void everyStatusHasItsKind(
            String status, @Nullable String error, Kind kind, @Nullable Reason reason, boolean hard) {
        String form = "MessageSid=SM1&To=%2B4917612345678&MessageStatus=" + status
                + (error == null ? "" : "&ErrorCode=" + error);
        ProviderEvent read = TwilioStatus.of(Form.read(bytes(form)), "0190f3b2-0000-7000-8000-000000000001", NOON);

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.hard()).isEqualTo(hard);
        assertThat(read.channel()).isEqualTo("sms");
        assertThat(read.address()).isEqualTo("+4917612345678");
        assertThat(read.messageId()).isEqualTo("0190f3b2-0000-7000-8000-000000000001");
        assertThat(read.providerMessageId()).isEqualTo("SM1");
    }

    @Test
    void whatsAppThroughTwilioIsWhatsApp() {
        ProviderEvent read = TwilioStatus.of(
                Form.read(bytes("MessageSid=SM1&To=whatsapp%3A%2B4917612345678&MessageStatus=read")), null, NOON);

        assertThat(read.channel()).isEqualTo("whatsapp");
        assertThat(read.address()).isEqualTo("+4917612345678");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TwilioStatus.of(Form.read(bytes("MessageSid=SM1&To=1")), null, NOON))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).startsWith("/MessageStatus"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Form.read(bytes("a=%zz")));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> TwilioStatus.inbound(Form.read(new byte[0]), NOON));
    }

    private static boolean isValid(JsonNode vector, byte[] body) {
        return TwilioSignature.isValid(
                vector.get("authToken").asText(),
                vector.get("signedUrl").asText(),
                body,
                vector.get("signature").asText());
    }

    private static byte[] form(JsonNode params) {
        return bytes(params.properties().stream()
                .map(param ->
                        encoded(param.getKey()) + "=" + encoded(param.getValue().asText()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
