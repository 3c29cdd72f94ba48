package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.Visit;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What all public pages have in common, and the two that only show something. */
class PublicDoorTest extends PageTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0";

    @Autowired
    private Messages messages;

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "preferences", "confirm"})
    void pagesKeepNothingTellNobodyAndRunNothing(String name) {
        HttpResponse<String> page = get(address(name));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script", "style=\"", "onclick");
        Map<String, String> wanted = Map.of(
                "referrer-policy", "no-referrer",
                "x-robots-tag", "noindex, nofollow",
                "x-frame-options", "DENY",
                "x-content-type-options", "nosniff");
        wanted.forEach((header, value) ->
                assertThat(page.headers().firstValue(header)).as(header).contains(value));
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void unknownForeignAndOldAddressesLookAlike() {
        String view = address("view").substring(3);
        String old = address("preferences");
        clock().advance(Duration.ofDays(401));
        String sample = get("/p/" + "A".repeat(24)).body();

        for (String path : List.of("/p/" + view, old, "/p/x", "/p/", "/u/' or 1=1", "/l/" + view, "/c/a/b/c")) {
            HttpResponse<String> answer = get(path.replace(" ", "%20").replace("'", "%27"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(sample);
        }
        assertThat(sample).contains("This page is not available");
    }

    @Test
    void theAnswerWithoutAPageIsInTheBrowsersLanguage() {
        assertThat(get("/p/x", "Accept-Language", "de-CH,fr;q=0.5").body()).contains("Diese Seite gibt es nicht");
        assertThat(get("/p/x", "Accept-Language", "fr").body()).contains("This page is not available");
    }

    @Test
    void aMessageIsShownAsItWasWrittenAndLockedIn() {
        written("<h1>Hello</h1><script>alert(1)</script>", "Hello");

        HttpResponse<String> page = get(address("view"));

        assertThat(page.body()).startsWith("<h1>Hello</h1>");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin", "allow-forms");
    }

    @Test
    void aMessageWithoutHtmlIsShownAsText() {
        written("", "Hello <b>you</b>");

        assertThat(get(address("view")).body()).contains("Hello &lt;b&gt;you&lt;/b&gt;");
    }

    @Test
    void aMessageWhoseWordsWereDeletedIsGone() {
        written(null, null);

        HttpResponse<String> page = get(address("view"));

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("no longer kept");
    }

    @Test
    void aTrackedLinkLeadsToThatPageAndNowhereElse() {
        String link = tracked("https://shop.example/a?b=1&amp;c=2");

        HttpResponse<String> answer = get(link + "?url=https://evil.example&x=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).contains("https://shop.example/a?b=1&c=2");
    }

    @Test
    void onlyAPersonsClickIsCounted() {
        String link = tracked("https://shop.example/");

        head(link);
        get(link, "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)");
        get(link, "User-Agent", BROWSER, "Sec-Purpose", "prefetch");
        get(link, "User-Agent", BROWSER);

        await().untilAsserted(() ->
                assertThat(messages.visits(message)).containsExactly(new Visit("https://shop.example/", 1)));
    }

    /** Law 7, with every address a mail of ours can carry. */
    @Test
    void aHundredLooksAtEveryLinkChangeNothing() {
        written("<p>Hello</p>", "Hello");
        List<String> addresses = new ArrayList<>(List.of(tracked("https://shop.example/")));
        for (String name : List.of("view", "preferences", "unsubscribe", "confirm")) {
            addresses.add(address(name));
        }
        List<Object> before = rows();
        for (String address : addresses) {
            for (int i = 0; i < 100; i++) {
                assertThat(get(address).statusCode()).isIn(200, 302);
                assertThat(head(address).statusCode()).isIn(200, 302);
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    private List<Object> rows() {
        List<Object> rows = new ArrayList<>();
        for (String table : List.of("consents", "customer_preferences", "suppressions", "customers", "messages")) {
            rows.add(jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single());
        }
        rows.add(consents.history(ada));
        rows.add(customers.preferences(ada));
        rows.add(jdbc.sql("select count(*) from page_grants where message_id = ?")
                .param(message)
                .query(Integer.class)
                .single());
        return rows;
    }

    private String tracked(String target) {
        Issued issued = links.issue(message, ada, "email", Topic.OFFERS, Purpose.SERVICE);
        String html = links.keep(issued, new Rendered("", "<a href=\"" + target + "\">x</a>", ""), true)
                .html();
        return path(html.substring("<a href=\"".length(), html.indexOf("\">")));
    }
}
