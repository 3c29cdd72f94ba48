package dev.afterglow.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SurveyRequestsContract {

    private final MovableClock clock = new MovableClock();
    private Database database;
    private SurveyRequests requests;
    private Answers answers;
    private Results results;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        requests = fresh.transactional(new SurveyRequests(fresh.client(), clock));
        answers = fresh.transactional(new Answers(fresh.client(), clock));
        results = fresh.transactional(new Results(fresh.client()));
    }

    @Test
    void aStepOfARunHasOneRequestHoweverOftenItIsOpened() {
        SurveyRequest first = requests.open(request("1001", "Step"));
        SurveyRequest again = requests.open(request("1001", "Step"));
        SurveyRequest other = requests.open(request("1001", "OtherStep"));

        assertThat(again).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(requests.ofStep("Journey", "1001", "Step")).contains(first);
        assertThat(requests.ofStep("Journey", "1002", "Step")).isEmpty();
    }

    @Test
    void theNewestOfARunIsTheOneMessagesSpeakOf() {
        requests.open(request("1001", "Step"));
        clock.advance(Duration.ofDays(1));
        SurveyRequest newest = requests.open(request("1001", "OtherStep"));

        assertThat(requests.latest("Journey", "1001")).contains(newest);
        assertThat(requests.latest("Journey", "1002")).isEmpty();
    }

    @Test
    void aKeyOpensItsRequestAndNothingElse() {
        SurveyRequest request = requests.open(request("1001", "Step"));
        requests.keep("hash-1", request.id(), "m-1");
        requests.keep("hash-2", request.id(), "m-2");

        assertThat(requests.byKey("hash-2")).hasValueSatisfying(opened -> {
            assertThat(opened.request().id()).isEqualTo(request.id());
            assertThat(opened.request().askedAt()).isNotNull();
            assertThat(opened.messageId()).isEqualTo("m-2");
        });
        assertThat(requests.byKey("hash-3")).isEmpty();
    }

    @Test
    void whatIsClosedOrTooOldIsNotOpenAndClosingTwiceChangesNothing() {
        SurveyRequest request = requests.open(request("1001", "Step"));
        assertThat(request.isOpenAt(clock.instant())).isTrue();
        assertThat(request.isOpenAt(request.closesAt())).isFalse();

        requests.close(request.id());
        SurveyRequest closed = held(request);
        clock.advance(Duration.ofDays(1));
        requests.close(request.id());

        assertThat(closed.isOpenAt(closed.openedAt())).isFalse();
        assertThat(held(request)).isEqualTo(closed);
    }

    @Test
    void aLaterAnswerTakesThePlaceOfTheOneBefore() {
        SurveyRequest request = requests.open(request("1001", "Step"));
        answers.keep(request.id(), 2, "Late", Map.of("use", "daily", "more", "Grüße 😀"));
        clock.advance(Duration.ofHours(1));
        answers.keep(request.id(), 4, null, Map.of("use", "seldom"));

        assertThat(answers.of(request.id())).hasValueSatisfying(answer -> {
            assertThat(answer.score()).isEqualTo(4);
            assertThat(answer.remark()).isNull();
            assertThat(answer.extras()).isEqualTo(Map.of("use", "seldom"));
            assertThat(answer.revision()).isEqualTo(2);
            assertThat(answer.changedAt()).isAfterOrEqualTo(answer.answeredAt().plus(Duration.ofHours(1)));
        });
        assertThat(answers.of("another")).isEmpty();
    }

    @Test
    void resultsCountWhoWasAskedAndWhatTheyAnswered() {
        SurveyRequest asked = requests.open(request("1001", "Step"));
        requests.open(request("1002", "Step"));
        requests.keep("hash-1", asked.id(), "m-1");
        answers.keep(asked.id(), 5, "Fine", Map.of());

        assertThat(results.of("other")).isEmpty();
        assertThat(results.of("product")).singleElement().satisfies(result -> {
            assertThat(result.asked()).isEqualTo(1);
            assertThat(result.counts()).isEqualTo(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 0L, 5, 1L));
            assertThat(result.figure().value()).isEqualTo(100.0);
        });
        assertThat(results.latest(10)).singleElement().satisfies(said -> {
            assertThat(said.remark()).isEqualTo("Fine");
            assertThat(said.band()).isEqualTo(Band.HIGH);
            assertThat(said.orderId()).isEqualTo("1001");
        });
    }

    @Test
    void whoTurnedOutToBeSomebodyElseTakesTheRequestsAlong() {
        SurveyRequest request = requests.open(request("1001", "Step"));
        requests.follow(new CustomersMerged("c-1", "c-2"));

        assertThat(held(request).customerId()).isEqualTo("c-2");
    }

    private SurveyRequest held(SurveyRequest request) {
        return database.inTransaction(() -> requests.hold(request.id()));
    }

    private SurveyRequest request(String order, String step) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new SurveyRequest(
                UUID.randomUUID().toString(),
                "product",
                ScoreKind.CSAT,
                "Journey",
                order,
                step,
                order,
                "c-1",
                "90071992547409931",
                "Ring",
                now,
                null,
                now.plus(Duration.ofDays(40)),
                null);
    }
}
