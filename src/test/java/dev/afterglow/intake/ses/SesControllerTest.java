package dev.afterglow.intake.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.MovableClock;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Mutations;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.TakingProviderEvents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SesControllerTest {

    private static final String BOUNCE = SesEventTest.report("Bounce", SesEventTest.bounce("Permanent", "General"));
    private static Amazon amazon;

    private final MovableClock clock = new MovableClock();
    private final TakingProviderEvents events = mock(TakingProviderEvents.class);
    private final SesController door = door(Set.of(Amazon.TOPIC));

    @BeforeAll
    static void found(@TempDir Path folder) throws Exception {
        amazon = new Amazon(folder);
    }

    @BeforeEach
    void forgetWhatWasFetched() {
        amazon.fetched.clear();
    }

    @Test
    void whatAmazonSignedInEitherWayIsTaken() {
        assertThat(take(amazon.notification(BOUNCE)).told()).isEqualTo(1);
        assertThat(take(amazon.signed(amazon.notification(BOUNCE), "1")).told()).isEqualTo(1);
        ObjectNode withoutSubject = amazon.notification(BOUNCE);
        withoutSubject.remove("Subject");
        assertThat(take(amazon.signed(withoutSubject, "2")).told()).isEqualTo(1);

        assertThat(amazon.fetched).as("the certificate, once").containsExactly(URI.create(Amazon.CERTIFICATE));
    }

    @Test
    void nothingChangedIsTaken() {
        ObjectNode genuine = amazon.notification(BOUNCE);
        Mutations.ofText(
                genuine.get("Message").asText(),
                other -> isTaken(genuine.deepCopy().put("Message", other)));
        Mutations.ofText(
                genuine.get("Signature").asText(),
                other -> isTaken(genuine.deepCopy().put("Signature", other)));

        verify(events, never()).take(anyList());
    }

    @Test
    void aTopicNobodyConfiguredIsRefusedBeforeAnythingIsFetched() {
        ObjectNode other = amazon.notification(BOUNCE);
        other.put("TopicArn", "arn:aws:sns:eu-west-1:999999999999:ses-reports");

        assertThat(isTaken(amazon.signed(other, "2"))).isFalse();
        assertThat(amazon.fetched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
                "https://evil.example#sns.eu-west-1.amazonaws.com",
                "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
                "https://user@sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
                "https://SNS.eu-west-1.amazonaws.com.evil.example/a.pem",
                "https://bucket.s3.eu-west-1.amazonaws.com/a.pem",
                "https://xsns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.amazonaws.com/a.pem",
                "file:///etc/passwd",
                "not an address",
                ""
            })
    void onlyAmazonsOwnAddressesAreFetched(String address) {
        assertThat(isTaken(amazon.notification(BOUNCE).put("SigningCertURL", address)))
                .isFalse();
        assertThat(isTaken(amazon.confirmation(address))).isFalse();

        assertThat(amazon.fetched).doesNotContain(URI.create(address.replace(' ', '-')));
        assertThat(amazon.fetched.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aSubscriptionToAConfiguredTopicIsConfirmed() {
        String address = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1";

        assertThat(take(amazon.confirmation(address)).told()).isZero();

        assertThat(amazon.fetched).containsExactly(URI.create(Amazon.CERTIFICATE), URI.create(address));
    }

    @Test
    void aForgedConfirmationFetchesNothing() {
        ObjectNode forged =
                amazon.confirmation("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1");
        forged.put("SubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe");

        assertThat(isTaken(forged)).isFalse();
        assertThat(amazon.fetched).containsExactly(URI.create(Amazon.CERTIFICATE));
    }

    @Test
    void anExpiredCertificateVouchesForNothing() {
        clock.advance(Duration.ofDays(31));

        assertThat(isTaken(amazon.notification(BOUNCE))).isFalse();
    }

    @Test
    void withoutATopicTheDoorIsClosed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> door(Set.of()).take(bytes(amazon.notification(BOUNCE))))
                .satisfies(
                        refusal -> assertThat(refusal.getBody().getDetail()).contains("afterglow.intake.ses.topics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"Type\": \"Other\"}", "{\"Type\": \"Notification\"}"})
    void whatIsNotFromSnsIsRefused(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> door.take(body.getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        refusal -> assertThat(refusal.getStatusCode().value()).isBetween(400, 401));
    }

    private Taken take(ObjectNode sns) {
        return door.take(bytes(sns));
    }

    private boolean isTaken(ObjectNode sns) {
        try {
            door.take(bytes(sns));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private SesController door(Set<String> topics) {
        Fetching fetching = address -> amazon.get(address);
        return new SesController(new SesSettings(topics), new Certificates(fetching, clock), fetching, events);
    }

    private static byte[] bytes(ObjectNode sns) {
        return sns.toString().getBytes(StandardCharsets.UTF_8);
    }
}
