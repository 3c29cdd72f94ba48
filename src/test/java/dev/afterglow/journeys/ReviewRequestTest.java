package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Message;
import dev.afterglow.review.Review;
import dev.afterglow.review.Reviews;
import dev.afterglow.support.Cases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewRequestTest extends JourneyTest {

    private static final Pattern LINK =
            Pattern.compile("https?://[^/\\s]+(/r/[A-Za-z0-9_-]{24})\\?of=(\\d)&stars=(\\d)");

    private final ObjectMapper json = new ObjectMapper();
    private APerson ada = APerson.called("nobody");

    @Autowired
    private Reviews reviews;

    @Autowired
    private Cases cases;

    @BeforeEach
    void somebodyHasWhatWasOrdered() {
        ada = APerson.called("reviews" + salted("").replace("-", "x"));
        tell("order.paid", "1", order(machine(), grinder()));
        tell("consent.given", "1", Map.of("channel", "email", "topics", List.of("reviews"), "confirmed", true));
        tell("order.delivered", "1", Map.of());
    }

    @Test
    void whoWaitsForAnAnswerIsAskedAfterItAndWhatTheyWriteIsReadByAllWhetherGoodOrBad() throws Exception {
        then(test -> assertThat(run("1")).isPresent());
        String customer = run("1").orElseThrow().customerId();
        cases.opened(salted("return"), customer, clock().instant());
        after(days(41));
        after(days(1));
        after(days(1));
        assertThat(sent("review-request")).isEmpty();
        cases.closed(salted("return"), customer, clock().instant());

        Message mail = soonSent("review-request");

        assertThat(mail.subject()).contains("Machine");
        assertThat(textOf(mail)).contains("Machine", "Grinder", "★★★★★ (5)", "good and bad reviews alike");
        String page = page(mail);
        assertThat(browser.get(page + "?of=2&stars=4").body())
                .contains("Grinder")
                .containsPattern("value=\"4\"[^>]*checked");
        HttpResponse<String> form = browser.get(page + "?stars=2");
        assertThat(form.body()).contains("Machine", "Given" + ada.token() + " F.");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(reviewsHere()).as("a link followed is no review").isEmpty();

        assertThat(browser.post(page, "of=1&text=It+leaks").statusCode()).isEqualTo(422);
        HttpResponse<String> taken = browser.post(page, "of=1&stars=1&text=It+%3Cb%3Eleaks");
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(browser.get(page + taken.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("A person reads it", "It &lt;b&gt;leaks", "this too", "?of=2");
        then(test -> assertThat(run("1")).get().extracting(Run::state).isEqualTo(Run.State.ENDED));
        browser.post(page, "of=1&stars=2&text=It+leaks+a+little");

        assertThat(api().path("count").asInt()).isZero();
        Review waiting = reviewsHere().getFirst();
        assertThat(reviews.publish(waiting.id(), waiting.revision(), "admin")).isTrue();
        assertThat(api().path("mean").asText()).isEqualTo("2.0");
        assertThat(api().at("/reviews/0/text").asText()).isEqualTo("It leaks a little");
        assertThat(api().at("/reviews/0/author").asText()).isEqualTo("Given" + ada.token() + " F.");
        assertThat(browser.get("/api/reviews/json-ld?product=" + product("machine"))
                        .body())
                .contains("AggregateRating");
        assertThat(browser.get("/api/reviews/json-ld?product=" + product("grinder"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/api/reviews?limit=1000&product=x").statusCode())
                .isEqualTo(400);
        assertThat(browser.get(page).body()).as("the next without a review").contains("Grinder");
        assertThat(browser.get(page + "?of=1").body()).contains("It is published");
        assertThat(browser.post(page, "of=1&stars=5").body())
                .contains("It is published")
                .doesNotContain("value=\"5\"");

        after(days(15));
        assertThat(sent("review-reminder")).isEmpty();
    }

    @Test
    void whoDoesNotWriteIsRemindedOnceOfWhatIsStillThereAndNeverAskedAboutItAgain() throws Exception {
        after(days(41));
        Message mail = soonSent("review-request");
        tell("order.returned", "1", Map.of("lines", List.of("l-machine")));
        after(days(7));
        Message reminder = soonSent("review-reminder");

        assertThat(textOf(reminder)).contains("Grinder", "the last time").doesNotContain("Machine");
        assertThat(page(reminder)).isNotEqualTo(page(mail));
        then(test -> assertThat(run("1")).get().extracting(Run::state).isEqualTo(Run.State.ENDED));
        tell("order.paid", "2", order(grinder()));
        tell("order.delivered", "2", Map.of());
        after(days(41));
        sleepUntil(() -> run("2").filter(run -> run.state() == Run.State.ENDED).isPresent());

        assertThat(run("2").orElseThrow().reason()).isEqualTo("nothing-to-review");
        assertThat(sent("review-request")).hasSize(1);
        assertThat(browser.get(page(mail)).statusCode()).isEqualTo(200);
        after(days(30));
        assertThat(browser.get(page(mail)).statusCode()).isEqualTo(410);
        assertThat(browser.post(page(mail), "of=1&stars=1").statusCode()).isEqualTo(410);
        assertThat(reviewsHere()).isEmpty();
    }

    private Message soonSent(String template) {
        sleepUntil(() -> !sent(template).isEmpty());
        return sent(template).getFirst();
    }

    /** Lets time pass by half a day, for weeks at most. */
    private void sleepUntil(BooleanSupplier so) {
        leapUntil(so, Duration.ofHours(12), 40);
    }

    private List<Message> sent(String template) {
        return Stream.of("1", "2")
                .flatMap(order -> sentOf(ada.token() + order).stream())
                .filter(message -> message.template().equals(template))
                .toList();
    }

    private Optional<Run> run(String order) {
        return runOf(ada.token() + order, "ReviewRequest");
    }

    private List<Review> reviewsHere() {
        return reviews.waiting(100).stream()
                .filter(review -> review.orderId().startsWith(salted(ada.token())))
                .toList();
    }

    private String page(Message message) {
        return pageIn(message, LINK);
    }

    private JsonNode api() throws IOException, InterruptedException {
        return json.readTree(
                browser.get("/api/reviews?product=" + product("machine")).body());
    }

    private String product(String name) {
        return salted(ada.token() + name);
    }

    private Map<String, Object> machine() {
        return line("Machine", "199.00");
    }

    private Map<String, Object> grinder() {
        return line("Grinder", "99.00");
    }

    private Map<String, Object> line(String title, String price) {
        String name = title.toLowerCase(Locale.ROOT);
        return Map.of("id", "l-" + name, "productId", product(name), "title", title, "quantity", 1, "price", price);
    }

    @SafeVarargs
    private Map<String, Object> order(Map<String, Object>... lines) {
        return Map.of("order", ada.order(List.of(lines)));
    }

    private void tell(String type, String order, Map<String, Object> more) {
        tell(ada, ada.token() + order, type, more);
    }
}
