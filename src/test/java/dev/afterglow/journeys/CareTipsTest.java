package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Message;
import dev.afterglow.sql.Instants;
import dev.afterglow.support.Case;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.Cases;
import dev.afterglow.support.SeeingToCases;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CareTipsTest extends JourneyTest {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/f/[A-Za-z0-9_-]{24})\\?score=0");

    private APerson ada = APerson.called("nobody");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Cases cases;

    @Autowired
    private SeeingToCases seeingToCases;

    @Test
    void theGuideAsksWhetherItWorkedAndTipsFollowTheTableAsLongAsNobodyWaitsForAnAnswer() throws Exception {
        given("Espresso machine", "Milk jug");
        somethingGoesWellWith("Espresso machine");
        agreesTo("care");
        delivered();

        after(days(1));
        then(test -> assertThat(sent()).containsExactly("guide"));
        Message guide = message("guide");
        assertThat(guide.subject()).isEqualTo("Espresso machine: how to begin");
        assertThat(textOf(guide)).contains("room temperature", "No, not yet", "Yes, it works");
        String page = page(guide);
        assertThat(browser.get(page).body()).contains("Did it work? Espresso machine", "Yes, it works");
        assertThat(browser.post(page, "score=0&remark=No+steam").statusCode()).isEqualTo(303);
        then(test -> assertThat(openCases()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("did-not-work");
            assertThat(one.dueAt()).isEqualTo(one.openedAt().plus(Duration.ofDays(1)));
        }));
        assertThat(run().state()).isEqualTo(Run.State.RUNNING);

        after(days(3));
        then(test -> assertThat(sent()).containsExactly("guide"));
        seeingToCases.close(openCases().getFirst().id(), CaseOutcome.SOLVED, null, "staff");
        after(days(1));
        then(test -> assertThat(sent()).containsExactly("guide", "first-use"));
        assertThat(textOf(message("first-use"))).contains("settings");

        after(days(19));
        then(test -> assertThat(sent()).containsExactly("guide", "first-use", "care"));
        after(days(70));
        then(test -> assertThat(sent()).containsExactly("guide", "first-use", "care", "renew"));
        assertThat(textOf(message("renew")))
                .contains("Goes well with it", "Descaler", "17 people who bought Espresso machine bought this too")
                .doesNotContain("Milk jug");
        then(test -> assertThat(run().state()).isEqualTo(Run.State.ENDED));
        assertThat(browser.post(page, "score=1").statusCode()).isEqualTo(410);
        assertThat(database.sql("select count(*) from events where order_id = ? and body like '%steam%'")
                        .param(order())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsSentBackGetsNoMoreTipsAndNothingIsSentTwiceForWhatIsLeft() {
        given("Espresso machine", "Rain jacket");
        agreesTo("care");
        delivered();
        after(days(1));
        then(test -> assertThat(sent()).containsExactly("guide"));

        tell("order.returned", Map.of("lines", List.of("1")));
        settle();
        after(days(4));
        then(test -> assertThat(sent()).containsExactly("guide", "first-use"));
        assertThat(textOf(message("first-use"))).contains("Wear it at home");

        tell("order.returned", Map.of("lines", List.of("2")));
        then(test -> assertThat(run().state()).isEqualTo(Run.State.ENDED));
        after(days(100));
        assertThat(sent()).containsExactly("guide", "first-use");
        assertThat(database.sql("select count(*) from survey_requests where order_id = ? and survey = 'worked'")
                        .param(order())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void given(String... titles) {
        ada = APerson.called("care" + salted("").replace("-", "x"));
        List<Map<String, Object>> lines = Stream.of(titles)
                .map(title -> Map.<String, Object>of(
                        "id",
                        Integer.toString(List.of(titles).indexOf(title) + 1),
                        "productId",
                        product(title),
                        "title",
                        title,
                        "quantity",
                        1,
                        "price",
                        title.startsWith("Espresso") ? "199.00" : "49.00"))
                .toList();
        // why: whole days from now on, so that it is never night when a tip is due.
        afterWaitingUntil(LocalTime.of(11, 0));
        tell("order.paid", Map.of("order", ada.order(lines)));
    }

    private void agreesTo(String topic) {
        tell("consent.given", Map.of("channel", "email", "topics", List.of(topic), "confirmed", true));
    }

    private void delivered() {
        tell("order.delivered", Map.of());
        then(test -> assertThat(runs()).isPresent());
    }

    private void somethingGoesWellWith(String title) {
        var now = Instants.param(clock().instant().plus(days(60)));
        // why: a count that happens meanwhile must not forget these.
        var later = Instants.param(clock().instant().plus(days(10_000)));
        for (String one : List.of(title, "Milk jug", "Descaler")) {
            database.sql("insert into recommended_products (shop, product, title, buyers, sold_at, counted_at)"
                            + " values ('', ?, ?, 40, ?, ?)")
                    .params(product(one), one, now, later)
                    .update();
        }
        List<String> others = List.of("Milk jug", "Descaler");
        for (String other : others) {
            database.sql("insert into recommendations (shop, product, place, other, together, score)"
                            + " values ('', ?, ?, ?, 17, 40.5)")
                    .params(product(title), others.indexOf(other), product(other))
                    .update();
        }
    }

    private String product(String title) {
        return salted(title.replace(" ", ""));
    }

    private List<String> sent() {
        return sentOf(ada.token()).stream()
                .filter(message -> message.journey().equals("CareTips"))
                .map(Message::template)
                .toList();
    }

    private Message message(String template) {
        return messagesOf(ada.token()).stream()
                .filter(message -> message.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private List<Case> openCases() {
        return cases.openOf(customer());
    }

    private Optional<Run> runs() {
        return runOf(ada.token(), "CareTips");
    }

    private Run run() {
        return runs().orElseThrow();
    }

    private String customer() {
        return String.valueOf(run().customerId());
    }

    private String order() {
        return salted(ada.token());
    }

    private String page(Message message) {
        return pageIn(message, LINK);
    }

    private void tell(String type, Map<String, Object> more) {
        tell(ada, ada.token(), type, more);
    }
}
