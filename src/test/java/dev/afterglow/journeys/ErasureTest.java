package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Law 13: erased means erased. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest extends JourneyTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String TEXTS = """
            select table_name, column_name from information_schema.columns
            where table_schema = 'public' and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT')
            """;

    @Autowired
    private JdbcClient database;

    private final Map<String, Map<String, Object>> told = new HashMap<>();

    @Test
    void ofPeopleErasedInTheMiddleOfTheirJourneysNothingIsLeftAnywhere(CapturedOutput output) {
        List<APerson> waiting = people("waiting", 10);
        List<APerson> thanked = people("thanked", 5);
        APerson other = people("other", 1).getFirst();
        waiting.forEach(person -> givenAnotherWorkerIsSending(person.token(), "ThankYou", "Task_SendThankYou"));
        Stream.of(waiting, thanked, List.of(other))
                .flatMap(List::stream)
                .forEach(person -> pays(person, person.token()));
        waiting.forEach(person -> soon(() -> assertThat(states(person)).containsExactly(Run.State.RUNNING)));
        thanked.forEach(person -> soon(() -> assertThat(sentTo(person)).hasSize(1)));
        soon(() -> assertThat(sentTo(other)).hasSize(1));
        assertThat(dump()).contains(lower(waiting.getFirst().everything())).contains(lower(other.everything()));

        List<APerson> erased = Stream.concat(waiting.stream(), thanked.stream()).toList();
        Map<APerson, String> ids = new HashMap<>();
        erased.forEach(person -> ids.put(person, idOf(person)));
        erased.forEach(person -> erase(ids.get(person)));

        waiting.forEach(person -> soon(() -> assertThat(
                        receipt(ids.get(person)).at("/engine/0/outcome").asText())
                .isEqualTo("cancelled")));
        assertNothingIsLeftOf(erased);
        waiting.forEach(person -> assertThat(runsOf(person.token()))
                .extracting(Run::state, Run::reason)
                .containsExactly(tuple(Run.State.ENDED, "erased")));

        erased.forEach(person -> {
            assertThat(tell(told.get(person.token())).path("outcome").asText()).isEqualTo("duplicate");
            pays(person, person.token());
        });
        after(days(200));
        soon(() -> assertThat(sentTo(other)).hasSize(1));

        assertNothingIsLeftOf(erased);
        waiting.forEach(person -> assertThat(sentTo(person)).isEmpty());
        assertThat(dump()).contains(lower(other.everything()));
        erased.forEach(person -> assertThat(output.getAll()).doesNotContain(person.everything()));
    }

    @Test
    void aLateReportOfAnOldOrderStillCountsForTheBooks() {
        APerson person = people("late", 1).getFirst();
        pays(person, person.token());
        erase(idOf(person));

        JsonNode answer = tell(event("order.cancelled", person, person.token(), Map.of()));

        assertThat(answer.path("outcome").asText()).isEqualTo("ignored");
        assertThat(answer.path("reason").asText()).isEqualTo("erased");
        assertThat(text("select status from orders where id = ?", salted(person.token())))
                .isEqualTo("cancelled");
        assertNothingIsLeftOf(List.of(person));
    }

    @Test
    void anOrderFromBeforeTheErasureThatWasNeverToldDoesNotBringThePersonBack() {
        APerson person = people("old", 1).getFirst();
        pays(person, person.token());
        erase(idOf(person));
        String before = clock().instant().minus(days(30)).toString();

        JsonNode answer = tell(event("order.paid", person, person.token() + "-older", Map.of("placedAt", before)));

        assertThat(answer.path("reason").asText()).isEqualTo("erased");
        assertNothingIsLeftOf(List.of(person));
    }

    @Test
    void whoOrdersAgainAfterTheErasureIsSomebodyNewAndIsWrittenTo() {
        APerson person = people("again", 1).getFirst();
        pays(person, person.token());
        String before = idOf(person);
        erase(before);
        String now = clock().instant().plusSeconds(60).toString();

        tell(event("order.paid", person, person.token() + "-new", Map.of("placedAt", now)));

        soon(() -> assertThat(messagesOf(person.token() + "-new"))
                .extracting(Message::status)
                .containsExactly(Message.Status.ACCEPTED));
        assertThat(idOf(person)).isNotEqualTo(before);
    }

    @Test
    void twoWhoTurnedOutToBeOneAreErasedTogether() {
        APerson person = people("merged", 1).getFirst();
        Map<String, Object> guest = new LinkedHashMap<>(person.customer());
        guest.remove("id");
        tell(event("order.paid", person, person.token() + "-guest", Map.of(), guest));
        String guestId = idOf(person);
        Map<String, Object> account = new LinkedHashMap<>(person.customer());
        account.remove("email");
        tell(event("order.paid", person, person.token() + "-account", Map.of(), account));
        pays(person, person.token());
        String accountId = idOf(person);

        JsonNode receipt = erase(guestId);

        assertThat(receipt.path("customerId").asText()).isEqualTo(accountId);
        assertThat(erase(accountId).path("reference")).isEqualTo(receipt.path("reference"));
        assertThat(text("select count(*) from orders where customer_id = ? and erased_at is not null", accountId))
                .isEqualTo("3");
        assertNothingIsLeftOf(List.of(person));
    }

    private List<APerson> people(String what, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> APerson.called(what + i + salted("").replace("-", "x")))
                .toList();
    }

    private void pays(APerson person, String order) {
        Map<String, Object> event = event("order.paid", person, order, Map.of());
        told.putIfAbsent(order, event);
        tell(event);
    }

    private Map<String, Object> event(String type, APerson person, String order, Map<String, Object> more) {
        return event(type, person, order, more, person.customer());
    }

    private Map<String, Object> event(
            String type, APerson person, String order, Map<String, Object> more, Map<String, Object> customer) {
        Map<String, Object> facts = new LinkedHashMap<>(person.order());
        facts.putAll(more);
        return AnEvent.told(type, salted(order), Map.of("order", facts, "customer", customer));
    }

    private JsonNode tell(Map<String, Object> event) {
        return http().post()
                .uri("/events")
                .contentType(MediaType.valueOf("application/cloudevents+json"))
                .body(event)
                .retrieve()
                .body(JsonNode.class);
    }

    private String idOf(APerson person) {
        return http().get()
                .uri("/api/customers?email={email}", person.email())
                .retrieve()
                .body(JsonNode.class)
                .at("/customers/0/id")
                .asText();
    }

    private JsonNode erase(String id) {
        return http().post().uri("/api/customers/{id}/erasure", id).retrieve().body(JsonNode.class);
    }

    private JsonNode receipt(String id) {
        return http().get().uri("/api/customers/{id}/erasure", id).retrieve().body(JsonNode.class);
    }

    private RestClient http() {
        return RestClient.builder()
                .baseUrl(url(""))
                .defaultHeader("Authorization", "Bearer " + API_KEY)
                .build();
    }

    private void soon(ThrowingRunnable check) {
        await().atMost(LONGEST).untilAsserted(check);
    }

    private List<Run.State> states(APerson person) {
        return runsOf(person.token()).stream().map(Run::state).toList();
    }

    private List<Message> sentTo(APerson person) {
        return messagesOf(person.token()).stream()
                .filter(message -> message.status() == Message.Status.ACCEPTED && message.recipient() != null)
                .toList();
    }

    private void assertNothingIsLeftOf(List<APerson> people) {
        String dump = dump();
        people.forEach(person -> assertThat(dump).doesNotContain(lower(person.everything())));
    }

    /** Every text in every table. */
    private String dump() {
        StringBuilder all = new StringBuilder();
        database.sql(TEXTS)
                .query((row, number) ->
                        "select " + row.getString("column_name") + " from " + row.getString("table_name"))
                .list()
                .forEach(sql -> database.sql(sql)
                        .query(String.class)
                        .list()
                        .forEach(text -> all.append(text).append('\n')));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private String text(String sql, String param) {
        return database.sql(sql).param(param).query(String.class).single();
    }

    private static List<String> lower(List<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }
}
