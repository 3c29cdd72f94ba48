package dev.afterglow.intake.postmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class PostmarkTest {

    private static final PostmarkSettings SETTINGS = new PostmarkSettings("us", "s3cret", "X-Ours", "other s3cret");

    @Test
    void eitherProofOpensTheDoorAndNothingNearIt() {
        HttpHeaders basic = new HttpHeaders();
        basic.setBasicAuth("us", "s3cret");
        assertThat(SETTINGS.isShownIn(basic)).isTrue();
        assertThat(SETTINGS.isShownIn(with("X-Ours", "other s3cret"))).isTrue();

        assertThat(SETTINGS.isShownIn(new HttpHeaders())).isFalse();
        assertThat(SETTINGS.isShownIn(with("X-Ours", ""))).isFalse();
        assertThat(new PostmarkSettings("us", null, "X-Ours", null).isShownIn(with("X-Ours", "null")))
                .isFalse();
        String genuine = String.valueOf(basic.getFirst(HttpHeaders.AUTHORIZATION));
        Mutations.ofText(genuine, other -> SETTINGS.isShownIn(with(HttpHeaders.AUTHORIZATION, other)));
        Mutations.ofText("other s3cret", other -> SETTINGS.isShownIn(with("X-Ours", other)));
    }

    @ParameterizedTest
    @CsvSource({
        "HardBounce, BOUNCED, BOUNCED, true",
        "BadEmailAddress, BOUNCED, INVALID, true",
        "SoftBounce, BOUNCED, OTHER, false",
        "DnsError, BOUNCED, OTHER, false",
        "Blocked, BOUNCED, BLOCKED, false",
        "SpamNotification, BOUNCED, SPAM, false",
        "Transient, DEFERRED, OTHER, false",
        "SpamComplaint, COMPLAINED, , false",
        "Unsubscribe, UNSUBSCRIBED, , false",
        "AutoResponder, AUTORESPONDED, , false",
        "ManuallyDeactivated, REJECTED, BOUNCED, false",
        "TemplateRenderingFailed, FAILED, OTHER, false"
    })
    void bouncesAreToldApart(String type, Kind kind, @Nullable Reason reason, boolean hard) {
        ProviderEvent read = read("""
                {"RecordType": "Bounce", "ID": 42, "Type": "%s", "MessageID": "m-1", "Email": "ada@example.com",
                 "BouncedAt": "2026-05-10T09:00:00.1234567Z", "Details": "No",
                 "Metadata": {"afterglow-message": "0190f3b2-0000-7000-8000-000000000001"}}
                """.formatted(type));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.hard()).isEqualTo(hard);
        assertThat(read.messageId()).isEqualTo("0190f3b2-0000-7000-8000-000000000001");
        assertThat(read.providerMessageId()).isEqualTo("m-1");
    }

    @ParameterizedTest
    @CsvSource({
        "true, ManualSuppression, UNSUBSCRIBED",
        "true, SpamComplaint, REJECTED",
        "true, HardBounce, REJECTED",
        "false, , SUBSCRIBED"
    })
    void changesOfASubscriptionAreToldApart(boolean suppressed, @Nullable String why, Kind kind) {
        assertThat(read("""
                {"RecordType": "SubscriptionChange", "Recipient": "ada@example.com", "ChangedAt": "2026-05-10T09:00:00Z",
                 "SuppressSending": %s, "SuppressionReason": %s}
                """.formatted(suppressed, why == null ? "null" : "\"" + why + "\""))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, BOUNCED",
        "delivery, DELIVERED",
        "link_click, CLICKED",
        "open, OPENED",
        "spam_complaint, COMPLAINED",
        "subscription_change, REJECTED"
    })
    void realOnesAreUnderstood(String file, Kind kind) {
        ProviderEvent read =
                PostmarkEvent.of(Field.root(Json.read(Fixtures.payload("postmark/symfony_" + file + ".json"))));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.address()).isEqualTo("john@example.com");
        assertThat(read.providerMessageId()).isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"RecordType\": \"Other\"}",
                "{\"RecordType\": \"Open\"}",
                "{\"RecordType\": \"Open\", \"ReceivedAt\": \"now\"}",
                "{\"RecordType\": \"Open\", \"ReceivedAt\": \"+999999999-01-01T00:00:00Z\"}"
            })
    void whatIsWrongIsNamed(String report) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(report));
    }

    private static HttpHeaders with(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    private static ProviderEvent read(String report) {
        return PostmarkEvent.of(Field.root(Json.read(report.getBytes(StandardCharsets.UTF_8))));
    }
}
