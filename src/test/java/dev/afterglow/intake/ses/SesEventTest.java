package dev.afterglow.intake.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesEventTest {

    private static final String OURS = "0190f3b2-0000-7000-8000-000000000001";

    static String report(String type, String more) {
        return """
                {"eventType": "%s", "mail": {"timestamp": "2026-05-10T08:59:00.000Z", "messageId": "0100-ses",
                 "destination": ["ada@example.com"],
                 "headers": [{"name": "Subject", "value": "Hi"}, {"name": "Message-ID", "value": "<%s@shop.example>"}]}
                 %s}
                """.formatted(type, OURS, more);
    }

    static String bounce(String type, String subType) {
        return """
                , "bounce": {"bounceType": "%s", "bounceSubType": "%s", "feedbackId": "fb-1",
                 "timestamp": "2026-05-10T09:00:00.000Z", "bouncedRecipients":
                 [{"emailAddress": "ada@example.com", "status": "5.1.1", "diagnosticCode": "smtp; 550 no such user"}]}
                """.formatted(type, subType);
    }

    @ParameterizedTest
    @CsvSource({
        "Permanent, General, BOUNCED, BOUNCED, true",
        "Permanent, NoEmail, BOUNCED, INVALID, true",
        "Permanent, Suppressed, REJECTED, BOUNCED, false",
        "Permanent, OnAccountSuppressionList, REJECTED, BOUNCED, false",
        "Permanent, UnsubscribedRecipient, REJECTED, UNSUBSCRIBED, false",
        "Transient, MailboxFull, BOUNCED, OTHER, false",
        "Transient, General, BOUNCED, OTHER, false",
        "Undetermined, Undetermined, BOUNCED, OTHER, false"
    })
    void bouncesAreToldApart(String type, String subType, Kind kind, Reason reason, boolean hard) {
        ProviderEvent read = only(report("Bounce", bounce(type, subType)));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.reason()).isEqualTo(reason);
        assertThat(read.hard()).isEqualTo(hard);
        assertThat(read.address()).isEqualTo("ada@example.com");
        assertThat(read.messageId()).isEqualTo(OURS);
        assertThat(read.providerMessageId()).isEqualTo("0100-ses");
        assertThat(read.detail()).contains("no such user");
        assertThat(read.id()).as("nothing personal in it").doesNotContain("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', COMPLAINED",
        "abuse, '', COMPLAINED",
        "not-spam, '', UNKNOWN",
        "'', OnAccountSuppressionList, REJECTED"
    })
    void complaintsAreToldFromWhatOnlyLooksLikeOne(String feedback, String subType, Kind kind) {
        String complaint = """
                , "complaint": {"complainedRecipients": [{"emailAddress": "ada@example.com"}], "feedbackId": "fb-2",
                 "timestamp": "2026-05-10T09:00:00.000Z", "complaintFeedbackType": "%s", "complaintSubType": "%s"}
                """.formatted(feedback, subType);

        assertThat(only(report("Complaint", complaint)).kind()).isEqualTo(kind);
    }

    @Test
    void theOthersHaveTheirKinds() {
        String time = "\"timestamp\": \"2026-05-10T09:00:00.000Z\"";
        assertThat(only(report(
                        "Delivery", ", \"delivery\": {%s, \"recipients\": [\"ada@example.com\"]}".formatted(time))))
                .satisfies(read -> {
                    assertThat(read.kind()).isEqualTo(Kind.DELIVERED);
                    assertThat(read.address()).isEqualTo("ada@example.com");
                });
        String delay =
                ", \"deliveryDelay\": {%s, \"delayType\": \"MailboxFull\", \"delayedRecipients\": [{\"emailAddress\": \"a@b\"}]}";
        assertThat(only(report("DeliveryDelay", delay.formatted(time))).kind()).isEqualTo(Kind.DEFERRED);
        assertThat(only(report("Reject", ", \"reject\": {\"reason\": \"Bad content\"}")))
                .satisfies(read -> {
                    assertThat(read.kind()).isEqualTo(Kind.REJECTED);
                    assertThat(read.reason())
                            .as("about what is in it, not the address")
                            .isEqualTo(Reason.OTHER);
                });
        assertThat(only(report("Rendering Failure", ", \"failure\": {\"errorMessage\": \"no name\"}"))
                        .kind())
                .isEqualTo(Kind.FAILED);
        assertThat(only(report("Send", ", \"send\": {}")).kind()).isEqualTo(Kind.QUEUED);
        assertThat(only(report("Open", ", \"open\": {%s}".formatted(time))).kind())
                .isEqualTo(Kind.OPENED);
        assertThat(only(report("Click", ", \"click\": {%s}".formatted(time))).kind())
                .isEqualTo(Kind.CLICKED);
        assertThat(only(report("Something new", "")).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void theOlderNotificationsAreUnderstoodAndTheTestOfASubscriptionTellsNothing() {
        String older = report("Bounce", bounce("Permanent", "General")).replace("eventType", "notificationType");

        assertThat(only(older).kind()).isEqualTo(Kind.BOUNCED);
        assertThat(read("{\"notificationType\": \"AmazonSnsSubscriptionSucceeded\", \"message\": \"ok\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"eventType\": \"Bounce\"}",
                "{\"eventType\": \"Delivery\", \"delivery\": {}}",
                "{\"eventType\": \"Delivery\", \"mail\": {}, \"delivery\": {\"recipients\": [\"a@b\"]}}",
                "{\"eventType\": \"Send\", \"mail\": {\"timestamp\": \"2026-05-10T09:00:00Z\"}}"
            })
    void whatIsWrongIsNamedByItsPlace(String report) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(report))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).startsWith("/Message"));
    }

    private static ProviderEvent only(String report) {
        List<ProviderEvent> read = read(report);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static List<ProviderEvent> read(String report) {
        return SesEvent.of("sns-1", new Field("/Message", Json.read(report.getBytes(StandardCharsets.UTF_8))));
    }
}
