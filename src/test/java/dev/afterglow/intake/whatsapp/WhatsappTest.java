package dev.afterglow.intake.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.messaging.Inbound;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsappTest {

    private static final byte[] BODY = "{\"object\": \"whatsapp_business_account\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void nothingChangedIsAccepted() {
        String signature = "sha256=" + HexFormat.of().formatHex(Proof.hmac("HmacSHA256", "s3cret", BODY));

        assertThat(WhatsappSignature.isValid("s3cret", BODY, signature)).isTrue();
        assertThat(WhatsappSignature.isValid(null, BODY, signature)).isFalse();
        assertThat(WhatsappSignature.isValid("s3cret", BODY, null)).isFalse();
        Mutations.ofBytes(BODY, other -> WhatsappSignature.isValid("s3cret", other, signature));
        Mutations.ofText(signature, other -> WhatsappSignature.isValid("s3cret", BODY, other));
    }

    @Test
    void severalEntriesChangesAndStatusesInOneBodyAreAllRead() {
        WhatsappReport read = read("""
                {"object": "whatsapp_business_account", "entry": [
                  {"id": "1", "changes": [
                    {"field": "messages", "value": {"statuses": [%s, %s]}},
                    {"field": "messages", "value": {"messages": [
                      {"from": "4917612345678", "id": "wamid.IN", "timestamp": "1778400000", "type": "text",
                       "text": {"body": "Stop!"}}]}}]},
                  {"id": "2", "changes": [{"field": "user_preferences", "value": {"user_preferences": [
                    {"wa_id": "4917612345678", "category": "marketing_messages", "value": "stop",
                     "timestamp": 1778400000}]}}]}]}
                """.formatted(status("delivered", ""), status("sent", "")));

        assertThat(read.events())
                .extracting(ProviderEvent::kind)
                .containsExactly(Kind.DELIVERED, Kind.SENT, Kind.UNSUBSCRIBED);
        assertThat(read.events()).extracting(ProviderEvent::address).containsOnly("+4917612345678");
        assertThat(read.inbound())
                .containsExactly(new Inbound(
                        "whatsapp",
                        "wamid.IN",
                        "whatsapp",
                        "+4917612345678",
                        "Stop!",
                        null,
                        Instant.ofEpochSecond(1_778_400_000)));
    }

    @ParameterizedTest
    @CsvSource({"131050, UNSUBSCRIBED", "131026, BOUNCED", "131049, BOUNCED", "131047, FAILED", "1, FAILED"})
    void failuresAreToldApart(int code, Kind kind) {
        WhatsappReport read = read("{\"entry\": [{\"changes\": [{\"value\": {\"statuses\": [%s]}}]}]}"
                .formatted(status("failed", ", \"errors\": [{\"code\": %d, \"title\": \"No\"}]".formatted(code))));

        assertThat(read.events()).extracting(ProviderEvent::kind).containsExactly(kind);
        assertThat(read.events()).noneMatch(ProviderEvent::hard);
    }

    @Test
    void aButtonIsAnAnswerToo() {
        WhatsappReport read = read("""
                {"entry": [{"changes": [{"value": {"messages": [
                  {"from": "49176", "id": "1", "timestamp": "1", "button": {"text": "Yes"}},
                  {"from": "49176", "id": "2", "timestamp": "1", "interactive": {"button_reply": {"title": "No"}}},
                  {"from": "49176", "id": "3", "timestamp": "1", "type": "image", "image": {"id": "7"}}]}}]}]}
                """);

        assertThat(read.inbound()).extracting(Inbound::text).containsExactly("Yes", "No", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"entry\": 7}",
                "{\"entry\": [7]}",
                "{\"entry\": [{\"changes\": [{\"value\": {\"statuses\": [{}]}}]}]}",
                "{\"entry\": [{\"changes\": [{\"value\": {\"messages\": [{\"id\": \"1\"}]}}]}]}"
            })
    void whatIsWrongIsNamed(String body) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(body));
    }

    private static String status(String word, String more) {
        return "{\"id\": \"wamid.1\", \"status\": \"%s\", \"timestamp\": \"1778400000\", \"recipient_id\": \"4917612345678\"%s}"
                .formatted(word, more);
    }

    private static WhatsappReport read(String body) {
        return WhatsappReport.of(Field.root(Json.read(body.getBytes(StandardCharsets.UTF_8))));
    }
}
