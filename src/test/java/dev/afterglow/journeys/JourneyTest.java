package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.AppTest;
import dev.afterglow.InMemoryEngine;
import dev.afterglow.TestEngine;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/**
 * The language of journey tests: the whole app on the real diagrams, with an engine in memory and clocks that are moved
 * by hand. Each test speaks of its own orders and customers, so all share one app.
 */
abstract class JourneyTest extends AppTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final TestEngine engine = InMemoryEngine.INSTANCE;
    private final Map<String, ACustomer> customers = new HashMap<>();
    private final Set<String> orders = new HashSet<>();
    private final Set<String> expected = new HashSet<>();

    @Autowired
    private Messages messages;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient jdbc;

    final Browser browser = new Browser(this::url);

    private String salt = "";

    @BeforeEach
    void apart() {
        salt = UUID.randomUUID().toString().substring(0, 8);
    }

    static ACustomer aCustomer(String name) {
        return ACustomer.called(name);
    }

    static AnOrder anOrder(String id) {
        return AnOrder.numbered(id);
    }

    static AParcel aParcel(String name) {
        return AParcel.called(name);
    }

    static Duration days(int days) {
        return Duration.ofDays(days);
    }

    void given(ACustomer customer) {
        customers.put(customer.name(), customer);
    }

    void given(AnOrder earlier) {
        when(earlier);
        settle();
        messagesOf(earlier.id()).forEach(message -> expected.add(message.id()));
    }

    void when(AnOrder order) {
        orders.add(order.id());
        post(order.toEvent(salt, customers));
    }

    void when(AParcel parcel) {
        whenTold(parcel, clock().instant());
    }

    /** It is told now, and happened then. */
    void whenTold(AParcel parcel, Instant at) {
        post(parcel.toEvent(salt, at));
    }

    /** Something of an order, or of who ordered, is told together with what is known of them. */
    void tell(APerson who, String order, String type, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("customer", who.customer());
        post(AnEvent.told(type, salted(order), data));
    }

    /** Another worker has reserved this message and does not come to an end with it. */
    void givenAnotherWorkerIsSending(String order, String journey, String step) {
        jdbc.sql(
                        "insert into messages (id, journey, business_key, step, occasion, channel, purpose, topic, template, status,"
                                + " attempt, resends, decided_at, leased_until) values (?, ?, ?, ?, '', 'email', 'service', 'order', 'thank-you',"
                                + " 'reserved', 1, 0, ?, ?)")
                .params(UUID.randomUUID().toString(), journey, salted(order), step)
                .params(
                        Timestamp.from(clock().instant()),
                        Timestamp.from(clock().instant().plus(days(100))))
                .update();
    }

    /** Lets time pass until it is so late in UTC the next time. */
    void afterWaitingUntil(LocalTime time) {
        ZonedDateTime now = clock().instant().atZone(ZoneOffset.UTC);
        ZonedDateTime today = now.with(time);
        after(Duration.between(now, today.isAfter(now) ? today : today.plusDays(1)));
    }

    /** What day it is in UTC, where tests live. */
    LocalDate today() {
        return clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    void after(Duration wait) {
        settle();
        clock().advance(wait);
        engine.advance(wait);
    }

    /** Lets time pass step by step until it is so, at most so many of them. */
    void leapUntil(BooleanSupplier so, Duration step, int most) {
        for (int i = 0; i < most && !so.getAsBoolean(); i++) {
            after(step);
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    /** Says that something must be so, soon if not at once. */
    void then(Expectation expectation) {
        await().atMost(LONGEST).untilAsserted(() -> expectation.check(this));
        settle();
        expectation.check(this);
    }

    /** Says that no other message was sent than those spoken of, not even one after everything has come to rest. */
    void nothingElseWasSent() {
        settle();
        assertThat(allSent()).extracting(Message::id).isSubsetOf(expected);
    }

    static ExpectedEmail email(String template) {
        return new ExpectedEmail(template);
    }

    void expect(Message message) {
        expected.add(message.id());
    }

    List<Run> runsOf(String order) {
        return runs.ofOrder(salted(order));
    }

    Optional<Run> runOf(String order, String journey) {
        return runsOf(order).stream()
                .filter(run -> run.journey().equals(journey))
                .findFirst();
    }

    List<Message> messagesOf(String order) {
        return messages.ofOrder(salted(order));
    }

    List<Message> allSent() {
        return orders.stream().flatMap(order -> sentOf(order).stream()).toList();
    }

    List<Message> sentOf(String order) {
        return messagesOf(order).stream()
                .filter(message -> message.status() == Message.Status.ACCEPTED)
                .toList();
    }

    /** Where a link leads, without its query: both parts of the mail have it, and its first group is the path. */
    String pageIn(Message message, Pattern link) {
        Matcher found = link.matcher(textOf(message));
        assertThat(found.find()).isTrue();
        assertThat(htmlOf(message)).contains(found.group().replace("&", "&amp;"));
        return found.group(1);
    }

    String textOf(Message message) {
        return messages.plain(message.id()).orElse("");
    }

    String htmlOf(Message message) {
        return messages.html(message.id()).orElse("");
    }

    ACustomer customer(String name) {
        return customers.get(name);
    }

    String salted(String id) {
        return salt + "-" + id;
    }

    void settle() {
        await().atMost(LONGEST)
                .until(() -> jdbc.sql("select count(*) from outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        engine.settle();
    }

    void post(Map<String, Object> event) {
        RestClient.create(url("/events"))
                .post()
                .header("Authorization", "Bearer " + API_KEY)
                .contentType(MediaType.valueOf("application/cloudevents+json"))
                .body(event)
                .retrieve()
                .toBodilessEntity();
    }
}
