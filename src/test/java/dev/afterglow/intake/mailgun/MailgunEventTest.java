package dev.afterglow.intake.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailgunEventTest {

    @ParameterizedTest
    @CsvSource({
        "accepted, QUEUED",
        "delivered, DELIVERED",
        "opened, OPENED",
        "clicked, CLICKED",
        "complained, COMPLAINED",
        "unsubscribed, UNSUBSCRIBED",
        "rejected, REJECTED",
        "list_member_uploaded, UNKNOWN"
    })
    void everyEventHasItsKind(String event, Kind kind) {
        ProviderEvent read = read(Mailgun.data(event, "ada@example.com", "x@y", ""));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.channel()).isEqualTo("email");
        assertThat(read.address()).isEqualTo("ada@example.com");
        assertThat(read.at()).isEqualTo(Instant.parse("2018-03-16T20:46:35.375624Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "permanent, bounce, 550, BOUNCED, BOUNCED, true",
        "permanent, generic, 550, BOUNCED, BOUNCED, true",
        "permanent, generic, 499, BOUNCED, OTHER, false",
        "permanent, old, 602, BOUNCED, TIMED_OUT, false",
        "permanent, espblock, 550, BOUNCED, BLOCKED, false",
        "permanent, suppress-bounce, 605, REJECTED, BOUNCED, false",
        "permanent, suppress-complaint, 607, REJECTED, SPAM, false",
        "permanent, suppress-unsubscribe, 606, REJECTED, UNSUBSCRIBED, false",
        "temporary, generic, 452, DEFERRED, OTHER, false"
    })
    void failuresAreToldApart(String severity, String why, int code, Kind kind, Reason reason, boolean hard) {
        ProviderEvent read =
                read(Mailgun.data("failed", "ada@example.com", "x@y", Mailgun.failed(severity, why, code)));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.hard()).isEqualTo(hard);
        assertThat(read.detail()).isEqualTo("No");
    }

    @Test
    void ourMessageIsFoundByItsMessageIdOrByWhatWeGaveAlong() {
        String id = UUID.randomUUID().toString();

        assertThat(read(Mailgun.data("delivered", "a@b", id + "@shop.example", ""))
                        .messageId())
                .isEqualTo(id);
        assertThat(read(Mailgun.data(
                                "delivered",
                                "a@b",
                                "x@y",
                                ", \"user-variables\": {\"afterglow-message\": \"" + id + "\"}"))
                        .messageId())
                .isEqualTo(id);
        assertThat(read(Mailgun.data("delivered", "a@b", "x@y", "")).messageId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"event\": 7}",
                "{\"event\": \"delivered\", \"timestamp\": 1}",
                "{\"event\": \"delivered\", \"id\": \"1\"}",
                "{\"event\": \"delivered\", \"id\": \"1\", \"timestamp\": \"soon\"}",
                "{\"event\": \"delivered\", \"id\": \"1\", \"timestamp\": 1e14}",
                "{\"event\": \"delivered\", \"id\": \"1\", \"timestamp\": 1, \"recipient\": {}}"
            })
    void whatIsWrongIsNamed(String data) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(data))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).matches("(?s)(/|The document).*"));
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, QUEUED,, false",
        "clicks, CLICKED,, false",
        "delivered_messages, DELIVERED,, false",
        "opens, OPENED,, false",
        "permanent_failure, BOUNCED, BOUNCED, true",
        "permanent_failure_no_description, BOUNCED, BOUNCED, true",
        "spam_complaints, COMPLAINED,, false",
        "suppression_failure, REJECTED, BOUNCED, false",
        "temporary_failure, DEFERRED, OTHER, false",
        "unsubscribes, UNSUBSCRIBED,, false"
    })
    void realOnesAreUnderstood(String file, Kind kind, Reason reason, boolean hard) {
        Field body = Field.root(Json.read(Fixtures.payload("mailgun/symfony_" + file + ".json")));
        ProviderEvent read = MailgunEvent.of(body.at("event-data"));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.hard()).isEqualTo(hard);
        assertThat(read.address()).isEqualTo("alice@example.com");
    }

    private static ProviderEvent read(String data) {
        return MailgunEvent.of(Field.root(Json.read(data.getBytes(StandardCharsets.UTF_8))));
    }
}
