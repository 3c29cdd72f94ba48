package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

abstract class LinksContract {

    private static final PageSettings SETTINGS = new PageSettings("https://mail.shop.example/after/");
    private static final Rendered NO_LINKS = new Rendered("Hello", "<p>Hello</p>", "Hello");

    private final MovableClock clock = new MovableClock();
    private JdbcTemplate jdbc = new JdbcTemplate();
    private Grants grants = new Grants(jdbc, clock);
    private Links links = new Links(grants, SETTINGS, clock);

    @BeforeEach
    void use(Database database) {
        jdbc = database.template();
        grants = new Grants(jdbc, clock);
        links = new Links(grants, SETTINGS, clock);
    }

    @Test
    void onlyWhatStandsInTheWordsIsKept() {
        Issued issued = issue(Topic.ORDER, Purpose.SERVICE);
        String view = issued.forWords().get("view");
        String preferences = issued.forWords().get("preferences");

        links.keep(issued, new Rendered("", "<a href=\"" + view + "\">", "also: " + preferences), false);

        assertThat(rows()).isEqualTo(2);
        Grant grant = found(Scope.VIEW, view).orElseThrow();
        assertThat(grant.messageId()).isEqualTo("m-1");
        assertThat(grant.customerId()).isEqualTo("c-1");
        assertThat(grant.topic()).isEqualTo(Topic.ORDER);
        assertThat(found(Scope.PREFERENCES, preferences)).isPresent();
        assertThat(found(Scope.CONFIRM, issued.forWords().get("confirm"))).isEmpty();
    }

    @Test
    void anAddressInAFieldOfTheChannelIsKeptToo() {
        Issued issued = issue(Topic.ORDER, Purpose.SERVICE);

        links.keep(
                issued, new Rendered("", "", "", Map.of("url", issued.forWords().get("view"))), false);

        assertThat(found(Scope.VIEW, issued.forWords().get("view"))).isPresent();
    }

    @Test
    void aMessageWithoutLinksCostsNoStatement() {
        Links withoutDatabase = new Links(new Grants(new JdbcTemplate(), clock), SETTINGS, clock);

        Issued issued = withoutDatabase.issue("m-1", "c-1", "email", Topic.ORDER, Purpose.SERVICE);

        assertThat(withoutDatabase.keep(issued, NO_LINKS, true)).isEqualTo(NO_LINKS);
    }

    @Test
    void theHeaderOfAMarketingMailIsKeptThoughItStandsInNoWords() {
        Issued issued = issue(Topic.OFFERS, Purpose.MARKETING);

        links.keep(issued, NO_LINKS, false);

        assertThat(issued.oneClick())
                .startsWith("https://mail.shop.example/after/u/")
                .isEqualTo(issued.forWords().get("unsubscribe"));
        assertThat(found(Scope.UNSUBSCRIBE, String.valueOf(issued.oneClick()))).isPresent();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void surveysAndReviewRequestsHaveTheHeaderWhateverTheyCallThemselves() {
        assertThat(issue(Topic.FEEDBACK, Purpose.SERVICE).oneClick()).isNotNull();
        assertThat(issue(Topic.REVIEWS, Purpose.SERVICE).oneClick()).isNotNull();
        assertThat(issue(Topic.CARE, Purpose.SERVICE).oneClick()).isNull();
    }

    @Test
    void newsAboutAnOrderCannotBeEndedByMailButOnThePhone() {
        assertThat(issue(Topic.ORDER, Purpose.SERVICE).forWords()).doesNotContainKey("unsubscribe");
        assertThat(links.issue("m", "c", "sms", Topic.ORDER, Purpose.SERVICE).forWords())
                .containsKey("unsubscribe");
    }

    @Test
    void whereNobodyIsKnownThereIsOnlyTheMessage() {
        Issued issued = links.issue("m-1", null, "email", Topic.OFFERS, Purpose.MARKETING);

        assertThat(issued.forWords()).containsOnlyKeys("view");
        assertThat(issued.oneClick()).isNull();
    }

    @Test
    void aTokenOpensOneThingForATime() {
        Issued issued = issue(Topic.OFFERS, Purpose.MARKETING);
        links.keep(issued, NO_LINKS, false);
        String address = String.valueOf(issued.oneClick());

        assertThat(found(Scope.PREFERENCES, address)).isEmpty();
        clock.advance(Duration.ofDays(1099));
        assertThat(found(Scope.UNSUBSCRIBE, address)).isPresent();
        assertThat(grants.sweep(10)).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(found(Scope.UNSUBSCRIBE, address)).isEmpty();
        assertThat(grants.sweep(10)).isEqualTo(1);
    }

    @Test
    void theTableKnowsNoToken() {
        Issued issued = issue(Topic.OFFERS, Purpose.MARKETING);
        links.keep(issued, NO_LINKS, false);

        List<Map<String, Object>> rows = jdbc.queryForList("select * from page_grants");

        assertThat(rows.toString())
                .doesNotContain(token(String.valueOf(issued.oneClick())).text());
    }

    @Test
    void linksToTheShopLeadThroughUsOnlyWhenAskedAndOursNever() {
        Issued issued = issue(Topic.OFFERS, Purpose.MARKETING);
        String html = "<a href=\"https://shop.example/a?b=1&amp;c=2\">x</a> <a href=\"%s\">view</a>"
                .formatted(issued.forWords().get("view"));

        assertThat(links.keep(issued, new Rendered("", html, ""), false).html()).isEqualTo(html);
        String sent = links.keep(issue(Topic.OFFERS, Purpose.MARKETING), new Rendered("", html, ""), true)
                .html();

        assertThat(sent).contains(issued.forWords().get("view")).doesNotContain("//shop.example");
        String address = sent.substring(sent.indexOf("https:"), sent.indexOf("\">x"));
        assertThat(found(Scope.LINK, address).map(Grant::url)).contains("https://shop.example/a?b=1&c=2");
    }

    @Test
    void whatWasGivenToOneOfTwoOpensForThePersonTheyAre() {
        Issued issued = issue(Topic.OFFERS, Purpose.MARKETING);
        links.keep(issued, NO_LINKS, false);

        grants.merged(new CustomersMerged("c-1", "c-2"));

        assertThat(found(Scope.UNSUBSCRIBE, String.valueOf(issued.oneClick())).map(Grant::customerId))
                .contains("c-2");
    }

    private Issued issue(Topic topic, Purpose purpose) {
        return links.issue("m-1", "c-1", "email", topic, purpose);
    }

    private Optional<Grant> found(Scope scope, String address) {
        return grants.find(scope, token(address));
    }

    private static Token token(String address) {
        return new Token(address.substring(address.lastIndexOf('/') + 1));
    }

    private Integer rows() {
        return jdbc.queryForObject("select count(*) from page_grants", Integer.class);
    }
}
