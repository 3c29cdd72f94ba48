package dev.afterglow.intake.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OurReportTest {

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
