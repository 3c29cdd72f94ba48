package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import dev.afterglow.MovableClock;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

class WebhookChannelTest {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends Contract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends Contract {}

    @Test
    void whatIsNotSafeIsSaidAtTheStart() {
        for (String url :
                List.of("http://a.example", "http://127.0.0.1", "ftp://a.example", "https://u:p@a.example", "x")) {
            assertThatIllegalArgumentException()
                    .as(url)
                    .isThrownBy(() -> settings(url, KEY, false))
                    .withMessageContaining("afterglow.messaging.webhook.endpoints.crm.url");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://a.example", " ", false))
                .withMessageContaining("afterglow.messaging.webhook.endpoints.crm.secret must be set too");
        assertThat(settings("https://a.example", KEY, false).toString()).doesNotContain(KEY);
    }

    private static WebhookSettings settings(String url, String secret, boolean loopback) {
        return new WebhookSettings(
                Map.of("crm", new WebhookSettings.Endpoint(url, secret)),
                loopback,
                Duration.ofSeconds(5),
                Duration.ofDays(30));
    }

    @Timeout(60)
    abstract static class Contract {

        private static final String FINE = ScriptedHttpServer.json(200, "{}");
        private static final Rendered WORDS =
                new Rendered("Danke", "", "Hello", Map.of("tier", "gold", "type", "thanks"));

        private final MovableClock clock = new MovableClock();
        private final AtomicInteger marks = new AtomicInteger();
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final Timer timer = new Timer();
        private Database database;
        private ScriptedHttpServer server;
        private WebhookQueue queue;
        private WebhookChannel channel;
        private WebhookDelivering delivering;

        @BeforeEach
        void use(Database fresh) throws IOException {
            database = fresh;
            server = new ScriptedHttpServer(FINE);
            queue = fresh.transactional(new WebhookQueue(fresh.client(), clock));
            channel = new WebhookChannel(settings(server.url(), KEY, true), queue);
            delivering = delivering(InetAddress::getAllByName);
        }

        @AfterEach
        void stop() throws IOException {
            timer.close();
            server.close();
        }

        @Test
        void handingOverOnlyLaysItIntoTheQueue() {
            assertThat(handOver("m-1")).isInstanceOf(Handover.Taken.class);
            assertThat(handOver("m-1")).as("again").isInstanceOf(Handover.Taken.class);

            assertThat(server.requests()).isEmpty();
            assertThat(statuses()).containsExactly("waiting");
            assertThat(marks).hasValue(2);
        }

        @Test
        void whoObjectsAtThePointOfNoReturnIsHeardAndNothingIsLaidThere() {
            IllegalStateException objection = new IllegalStateException("no longer ours");

            assertThatThrownBy(() -> channel.handOver(envelope("m-1", WORDS), () -> {
                        throw objection;
                    }))
                    .isSameAs(objection);
            assertThat(statuses()).isEmpty();
        }

        @Test
        void aDatabaseThatFailsAfterThePointOfNoReturnLeavesItUncertainAndQuotesNothing() {
            Envelope envelope = envelope("m-1".repeat(30), WORDS);

            assertThatExceptionOfType(Channel.NobodyKnows.class)
                    .isThrownBy(() -> channel.handOver(envelope, marks::incrementAndGet))
                    .satisfies(trouble -> assertThat(trouble.getCause()).hasNoCause());
        }

        @Test
        void anEndpointNobodyKnowsIsRefused() {
            Rendered elsewhere = new Rendered("", "", "x", Map.of("endpoint", "erp"));

            assertThat(channel.handOver(envelope("m-1", elsewhere), marks::incrementAndGet))
                    .isEqualTo(new Handover.Refused("endpoint-unknown"));
            assertThat(marks).hasValue(0);
        }

        @Test
        void aDeliverySaysWhatHappenedAndIsSigned() throws Exception {
            handOver("m-1");
            deliverWhatIsDue();

            ScriptedHttpServer.Request request = server.requests().getFirst();
            new Webhook(KEY).verify(request.body(), headers(request));
            JsonNode body = new ObjectMapper().readTree(request.body());
            assertThat(body.path("type").asText()).isEqualTo("thanks");
            assertThat(body.path("timestamp").asText()).isEqualTo("2026-05-10T12:00:00Z");
            assertThat(body.path("data").path("message").asText()).isEqualTo("m-1");
            assertThat(body.path("data").path("customer").asText()).isEqualTo("c-1");
            assertThat(body.path("data").path("tier").asText()).isEqualTo("gold");
            assertThat(statuses()).containsExactly("delivered");
        }

        @Test
        void aFailedDeliveryIsTriedAgainUnderTheSameIdWithANewTime() throws Exception {
            handOver("m-1");
            server.answers(ScriptedHttpServer.json(500, ""));
            deliverWhatIsDue();
            assertThat(statuses()).containsExactly("waiting");
            assertThat(delivering.take(10)).as("not yet").isEmpty();

            clock.advance(Duration.ofSeconds(7));
            server.answers(FINE);
            deliverWhatIsDue();
            List<Map<String, String>> sent = server.requests().stream()
                    .map(ScriptedHttpServer.Request::headers)
                    .toList();
            assertThat(sent).hasSize(2);
            assertThat(sent.get(1).get("webhook-id")).isEqualTo(sent.get(0).get("webhook-id"));
            assertThat(sent.get(1).get("webhook-timestamp"))
                    .isNotEqualTo(sent.get(0).get("webhook-timestamp"));
            assertThat(statuses()).containsExactly("delivered");
        }

        @Test
        void afterTheTenthTimeADeliveryIsGivenUp() throws Exception {
            handOver("m-1");
            server.answers(ScriptedHttpServer.HANG_UP);
            for (int i = 0; i < 12; i++) {
                deliverWhatIsDue();
                clock.advance(Duration.ofHours(7));
            }
            clock.advance(Duration.ofHours(30));
            deliverWhatIsDue();

            assertThat(server.requests()).hasSizeLessThanOrEqualTo(10);
        }

        @Test
        void aReceiverThatAsksForAPauseGetsIt() {
            handOver("m-1");
            server.answers("HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
            deliverWhatIsDue();

            clock.advance(Duration.ofMinutes(59));
            assertThat(delivering.take(10)).isEmpty();
            clock.advance(Duration.ofMinutes(2));
            assertThat(delivering.take(10)).hasSize(1);
        }

        @Test
        void anEndpointThatIsGoneIsDisabledAndNothingIsLost() {
            handOver("m-1");
            server.answers(ScriptedHttpServer.json(410, ""));
            deliverWhatIsDue();
            handOver("m-2");
            clock.advance(Duration.ofDays(2));

            assertThat(delivering.take(10)).isEmpty();
            assertThat(statuses()).containsExactly("waiting", "waiting");
            assertThat(meters.counter("afterglow.webhooks.disabled", "endpoint", "crm")
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void anEndpointThatFailsForFiveDaysIsDisabledAndOneThatWorksInBetweenIsNot() {
            server.answers(ScriptedHttpServer.json(500, ""));
            failOnce("m-1");
            clock.advance(Duration.ofDays(4));
            failOnce("m-2");
            assertThat(disabled()).isFalse();

            server.answers(FINE);
            handOver("m-3");
            deliverWhatIsDue();
            server.answers(ScriptedHttpServer.json(500, ""));
            clock.advance(Duration.ofDays(2));
            failOnce("m-4");
            assertThat(disabled()).as("it worked in between").isFalse();

            clock.advance(Duration.ofDays(5));
            failOnce("m-5");
            assertThat(disabled()).isTrue();
        }

        @Test
        void whatADeliveryMustNotReachIsNotReachedEvenWhenTheNameChangesItsMind() {
            delivering = delivering(host -> new InetAddress[] {InetAddress.getByName("169.254.169.254")});
            handOver("m-1");
            deliverWhatIsDue();

            assertThat(server.requests()).isEmpty();
            assertThat(database.client()
                            .sql("select last_trouble from webhook_deliveries")
                            .query(String.class)
                            .single())
                    .isEqualTo("address refused");
        }

        @Test
        void redirectsAreNotFollowed() {
            handOver("m-1");
            server.answers("HTTP/1.1 307 Go\r\nLocation: " + server.url() + "/inside\r\nContent-Length: 0\r\n\r\n");
            deliverWhatIsDue();

            assertThat(server.requests()).hasSize(1);
            assertThat(statuses()).containsExactly("waiting");
        }

        @Test
        void ofManyWhoTakeEachDeliveryIsTakenByOne() {
            for (int i = 0; i < 20; i++) {
                handOver("m-" + i);
            }

            List<WebhookQueue.Due> taken = AllAtOnce.run(4, any -> delivering.take(10)).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(taken).doesNotHaveDuplicates();
            assertThat(taken.stream().map(WebhookQueue.Due::id)).doesNotHaveDuplicates();
        }

        @Test
        void whoWasInterruptedLosesNothing() {
            handOver("m-1");
            WebhookQueue.Due late = delivering.take(10).getFirst();
            clock.advance(Duration.ofMinutes(3));
            WebhookQueue.Due again = delivering.take(10).getFirst();

            assertThat(again.id()).isEqualTo(late.id());
            assertThat(again.attempt()).isEqualTo(2);
            queue.failed(late, "too late", java.util.Optional.empty());
            assertThat(statuses()).as("who is late changes nothing").containsExactly("waiting");
        }

        @Test
        void whatWasSettledLongAgoIsForgotten() {
            handOver("m-1");
            deliverWhatIsDue();
            delivering.tidyUp();
            assertThat(statuses()).hasSize(1);

            clock.advance(Duration.ofDays(31));
            handOver("m-2");
            delivering.tidyUp();
            assertThat(statuses()).containsExactly("waiting");
        }

        private void failOnce(String message) {
            handOver(message);
            deliverWhatIsDue();
        }

        private boolean disabled() {
            return database.client()
                            .sql("select count(*) from webhook_endpoints where disabled_at is not null")
                            .query(Long.class)
                            .single()
                    == 1;
        }

        private void deliverWhatIsDue() {
            delivering.take(100).forEach(delivering::deliver);
        }

        private Handover handOver(String message) {
            return channel.handOver(envelope(message, WORDS), marks::incrementAndGet);
        }

        private List<String> statuses() {
            return database.client()
                    .sql("select status from webhook_deliveries order by id")
                    .query(String.class)
                    .list();
        }

        private WebhookDelivering delivering(PublicHosts.Names names) {
            return new WebhookDelivering(
                    settings(server.url(), KEY, true),
                    queue,
                    new WebhookPlan(new Random(7)),
                    new PublicHosts(names, true),
                    new HttpPost(timer),
                    meters,
                    clock);
        }

        private static Envelope envelope(String id, Rendered words) {
            Envelope usual = ChannelContract.envelope("c-1", words);
            return new Envelope(id, usual.to(), words, usual.purpose(), usual.locale(), usual.date(), null);
        }

        private static Map<String, List<String>> headers(ScriptedHttpServer.Request request) {
            return new HashMap<>(request.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))));
        }
    }
}
