package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Message;
import dev.afterglow.support.Cases;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedbackTest extends JourneyTest {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/f/[A-Za-z0-9_-]{24})\\?score=(\\d+)");
    private static final String SERVICE = "ServiceFeedback";
    private static final String PRODUCT = "ProductFeedback";

    private APerson ada = APerson.called("nobody");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Cases cases;

    @Autowired
    private Birthdays birthdays;

    @BeforeEach
    void somebodyWhoLikesToBeAskedHasWhatWasOrdered() {
        ada = APerson.called("asked" + salted("").replace("-", "x"));
        tell("order.paid", Map.of("order", ada.order()));
        tell("consent.given", Map.of("channel", "email", "topics", List.of("feedback"), "confirmed", true));
        tell("order.delivered", Map.of());
    }

    @Test
    void aLowScoreOpensACaseAndWhatWasWrittenStaysOutOfTheEngine() throws Exception {
        Message survey = soonSent(SERVICE, "service-survey");
        assertThat(textOf(survey)).contains("How content are you with buying from us");
        String page = page(survey);

        HttpResponse<String> form = browser.get(page + "?score=2");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("What was good").containsPattern("value=\"2\"[^>]*checked");
        assertThat(answers()).isEmpty();
        assertThat(browser.post(page, "remark=Box+crushed").statusCode()).isEqualTo(422);
        assertThat(answers()).isEmpty();
        HttpResponse<String> taken = browser.post(page, "score=1&remark=Box+crushed");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(browser.get(page + taken.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("We read every answer");

        then(test -> assertThat(run(SERVICE)).get().extracting(Run::state).isEqualTo(Run.State.ENDED));
        assertThat(cases.openOf(customer())).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("low-score");
            assertThat(one.orderId()).isEqualTo(order());
            assertThat(one.dueAt()).isEqualTo(one.openedAt().plus(Duration.ofDays(1)));
        });
        assertThat(answers()).containsExactly(Map.of("score", 1, "remark", "Box crushed", "revision", 1));
        assertThat(database.sql("select body || routing from events where type = 'feedback.answered' and order_id = ?")
                        .param(order())
                        .query(String.class)
                        .list())
                .containsExactly("score=low");
    }

    @Test
    void aContentCustomerIsNotRemindedAndMayChangeTheAnswer() throws Exception {
        Message survey = soonSent(SERVICE, "service-survey");
        String page = page(survey);
        browser.post(page, "score=5&remark=");

        then(test -> assertThat(run(SERVICE)).get().extracting(Run::state).isEqualTo(Run.State.ENDED));
        assertThat(browser.get(page).body()).containsPattern("value=\"5\"[^>]*checked");
        browser.post(page, "score=4&remark=Good");
        after(days(25));

        assertThat(cases.openOf(customer())).isEmpty();
        assertThat(answers()).containsExactly(Map.of("score", 4, "remark", "Good", "revision", 2));
        assertThat(sent("service-reminder")).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceAndThenLeftInPeace() throws Exception {
        Message survey = soonSent(SERVICE, "service-survey");
        Message reminder = soonSent(SERVICE, "service-reminder");
        assertThat(textOf(reminder)).contains("This is the last time");
        assertThat(page(reminder)).isNotEqualTo(page(survey));

        sleepUntil(() -> run(SERVICE).orElseThrow().state() == Run.State.ENDED);

        assertThat(run(SERVICE).orElseThrow().reason()).isNull();
        assertThat(browser.get(page(survey)).statusCode()).isEqualTo(410);
        assertThat(browser.post(page(survey), "score=1").statusCode()).isEqualTo(410);
        assertThat(answers()).isEmpty();
        assertThat(cases.openOf(customer())).isEmpty();
        assertThat(sent("service-survey")).hasSize(1);
        assertThat(sent("service-reminder")).hasSize(1);
    }

    @Test
    void theProductThatWasKeptIsAskedAboutByNameAndTheBirthdayIsKeptWithThePerson() throws Exception {
        whenMostOfAMonthIsOver();
        Message survey = soonSent(PRODUCT, "product-survey");
        assertThat(survey.subject()).contains("Ring");
        String page = page(survey);
        assertThat(browser.get(page).body())
                .contains("How content are you with Ring?", "nearly every day", "happy birthday");

        HttpResponse<String> wrong = browser.post(page, "score=4&birth-day=31&birth-month=2&remark=Nice");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("in no calendar", "Nice").containsPattern("value=\"4\"[^>]*checked");
        assertThat(birthdays.of(customer())).isEmpty();
        browser.post(page, "score=4&birth-day=29&birth-month=2&birth-year=1992&extra-use=weekly&extra-birthday=x");

        assertThat(birthdays.of(customer())).contains(new Birthday(2, 29, 1992));
        assertThat(database.sql(
                                "select question || '=' || answer from survey_extras x join survey_requests r on r.id = x.request_id"
                                        + " where r.order_id = ?")
                        .param(order())
                        .query(String.class)
                        .list())
                .containsExactly("use=weekly");
        assertThat(browser.get(page).body()).doesNotContain("happy birthday");
    }

    @Test
    void whoSentItBackIsNotAskedAndWhoIsRefundedLeaves() {
        tell("order.returned", Map.of());
        whenMostOfAMonthIsOver();
        sleepUntil(() -> run(PRODUCT).orElseThrow().state() == Run.State.ENDED);

        assertThat(sent("product-survey")).isEmpty();
        assertThat(database.sql("select count(*) from survey_requests where order_id = ? and survey = 'product'")
                        .param(order())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void whenMostOfAMonthIsOver() {
        then(test -> assertThat(run(PRODUCT)).isPresent());
        after(days(28));
    }

    private Message soonSent(String journey, String template) {
        then(test -> assertThat(run(journey)).isPresent());
        sleepUntil(() -> !sent(template).isEmpty());
        return sent(template).getFirst();
    }

    private List<Message> sent(String template) {
        return sentOf(ada.token()).stream()
                .filter(message -> message.template().equals(template))
                .toList();
    }

    /** By a day and three quarters, so that every time of day comes round, for a hundred days at most. */
    private void sleepUntil(BooleanSupplier so) {
        leapUntil(so, Duration.ofHours(42), 57);
    }

    private Optional<Run> run(String journey) {
        return runOf(ada.token(), journey);
    }

    private String page(Message message) {
        return pageIn(message, LINK);
    }

    private String order() {
        return salted(ada.token());
    }

    private String customer() {
        return run(SERVICE).orElseThrow().customerId();
    }

    private List<Map<String, Object>> answers() {
        return database.sql("select a.score, a.remark, a.revision from survey_answers a"
                        + " join survey_requests r on r.id = a.request_id where r.order_id = ?")
                .param(order())
                .query((row, number) -> Map.<String, Object>of(
                        "score",
                        row.getInt("score"),
                        "remark",
                        row.getString("remark"),
                        "revision",
                        row.getInt("revision")))
                .list();
    }

    private void tell(String type, Map<String, Object> more) {
        tell(ada, ada.token(), type, more);
    }
}
