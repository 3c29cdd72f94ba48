package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.support.SeeingToCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** The staff pages as a person meets them. Pictures of all of them are left in {@code target/console}. */
@SpringBootTest(
        classes = {ConsoleSlice.class, ConsoleBrowserIT.Engine.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            ConsoleSlice.DATABASE,
            "afterglow.local.enabled=false",
            "camunda.client.enabled=false",
            "server.address=127.0.0.1",
            "afterglow.console.password=a good password",
            "afterglow.console.people.rita.password=reads only",
            "afterglow.console.addresses=admin@shop.example,+4915112345678",
            "afterglow.journey.folder=src/test/resources/console/bpmn",
            "afterglow.shop.time-zone=Europe/Berlin"
        })
class ConsoleBrowserIT {

    private static final String ORDER = "820982911946154508";
    /** An engine that is there, with something to do. */
    static class Engine {

        @Bean("engine")
        HealthIndicator engine() {
            return () -> Health.up().withDetail("waitingEvents", 2).build();
        }
    }

    @TempDir
    static Path profile;

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Rows rows;

    @Autowired
    SeeingToCases seeing;

    @BeforeAll
    static void start() {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void signIn() {
        rows.none();
        SampleStories.tell(rows);
        browser.width(1280);
        browser.dark(false);
        page().manage().deleteAllCookies();
        open("/");
        page().findElement(By.name("username")).sendKeys("admin");
        page().findElement(By.name("password")).sendKeys("a good password");
        page().findElement(By.cssSelector("button.primary")).click();
        await().until(() -> !page().findElements(By.id("latest")).isEmpty());
        browser.complaints();
    }

    @Test
    void fromTheLatestOrdersToTheRenderedMailInThreeClicks() {
        page().findElement(By.linkText("#1001")).click();
        page().findElement(By.linkText("Ada Lovelace")).click();
        page().findElement(By.linkText("Look at the message")).click();
        WebElement frame = page().findElement(By.cssSelector("iframe.mail"));
        page().switchTo().frame(frame);
        assertThat(page().findElement(By.tagName("h1")).getText()).isEqualTo("Thank you, Ada!");
        page().switchTo().defaultContent();
        assertThat(page().findElement(By.cssSelector("pre")).getText()).contains("in plain words");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMailsScriptNeverRuns() {
        rows.message("m-evil", ORDER, "c-1", "accepted", null, """
                <h1>Hello</h1><script>document.querySelector('h1').textContent = 'It ran'</script>
                <img src="data:," onerror="document.querySelector('h1').textContent = 'It ran'">
                <form action="https://other.example"><button>Go</button></form>
                """, 50);
        open("/messages/m-evil");
        page().switchTo().frame(page().findElement(By.cssSelector("iframe.mail")));
        assertThat(page().findElement(By.tagName("h1")).getText()).isEqualTo("Hello");
        page().findElement(By.tagName("button")).click();
        page().switchTo().defaultContent();
        assertThat(page().getCurrentUrl()).endsWith("/messages/m-evil");
        open("/messages/m-evil/html");
        assertThat(page().findElement(By.tagName("h1")).getText()).isEqualTo("Hello");
        assertThat(browser.complaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("sandbox")
                        || complaint.contains("Content Security Policy")
                        || complaint.contains("data:,"));
    }

    @Test
    void theListNarrowsWhileTyping() {
        browser.run("window.sameDocument = true");
        page().findElement(By.id("q")).sendKeys("grace");
        await().untilAsserted(() -> {
            assertThat(page().findElements(By.linkText("#1002"))).hasSize(1);
            assertThat(browser.run("return document.body.textContent.includes('#1001')"))
                    .isEqualTo(false);
        });
        assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
        assertThat(page().getCurrentUrl()).endsWith("/?q=grace");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoDecidesAboutAnUncertainMessageIsToldWhatCameOfIt() {
        page().findElement(By.partialLinkText("To do")).click();
        page().findElement(By.xpath("//button[.='It arrived']")).click();
        await().until(() -> !page().findElements(By.cssSelector(".said")).isEmpty());
        assertThat(page().findElement(By.cssSelector(".said")).getText()).startsWith("Noted: it arrived");
        assertThat(page().findElement(By.tagName("h2")).getText()).isEqualTo("Nothing is uncertain");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoLooksBehindTheMaskSeesItOnceAndThatItIsRecorded() {
        open("/received/e-7");
        assertThat(page().findElement(By.cssSelector("pre.told")).getText()).doesNotContain("Lovelace");
        page().findElement(By.xpath("//button[.='Look behind the mask']")).click();
        await().untilAsserted(() -> assertThat(
                        page().findElement(By.cssSelector("pre.told")).getText())
                .contains("Lovelace"));
        page().findElement(By.linkText("Mask it again")).click();
        await().untilAsserted(() -> assertThat(
                        page().findElement(By.cssSelector("pre.told")).getText())
                .doesNotContain("Lovelace"));
        assertThat(page().findElement(By.id("received-event")).getText()).contains("Looked behind the mask");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyPageFitsAPhoneInLightAndDarkAndIsReadable() throws IOException {
        looksGood("/", "orders");
        looksGood("/?q=nobody", "orders-not-found");
        looksGood("/orders/" + ORDER, "order");
        looksGood("/orders/cancelled", "order-cancelled");
        looksGood("/orders/6", "order-goods");
        looksGood("/received", "received");
        looksGood("/received?outcome=refused", "received-narrowed");
        looksGood("/received/e-7", "received-event");
        looksGood("/received/e-9", "received-late");
        looksGood("/received/e-11/replay", "replay");
        looksGood("/received/replay?outcome=refused", "replay-all");
        looksGood("/customers/c-1", "customer");
        looksGood("/customers/c-1/erasure", "erasure");
        looksGood("/messages/m-1", "message");
        looksGood("/messages/m-2", "message-not-sent");
        looksGood("/journeys", "journeys");
        looksGood("/uncertain", "uncertain");
        looksGood("/letters", "letters");
        seeing.open("case-1", "c-1", ORDER, "low-score", Duration.ofDays(1));
        seeing.note("case-1", "She sends photos of the box, and would rather have another one.", "admin");
        looksGood("/cases", "cases");
        looksGood("/case?id=case-1", "case");
        looksGood("/webhooks", "webhooks");
        looksGood("/words", "words");
        looksGood("/words/Greeting/hello?channel=email&locale=en&sample=large-order&q=ada", "preview");
        looksGood("/words/Greeting/hello?channel=sms&locale=en&order=" + ORDER, "preview-sms");
        looksGood("/words/Greeting/broken", "preview-refused");
        looksGood("/nowhere", "error", "404");
        rows.none();
        looksGood("/", "orders-none");
        looksGood("/received", "received-none");
        looksGood("/journeys", "journeys-none");
        looksGood("/uncertain", "uncertain-none");
        looksGood("/letters", "letters-none");
        looksGood("/cases", "cases-none");
        looksGood("/webhooks", "webhooks-none");
        looksGood("/requests", "requests-none");
        looksGood("/reviews", "reviews-none");
        looksGood("/feedback", "feedback-none");
        looksGood("/recommendations", "recommendations-none");
        looksGood("/imports", "imports-none");
        page().manage().deleteAllCookies();
        looksGood("/login?error", "sign-in");
    }

    @Test
    void theWayAroundFitsEveryWidthAndIsWithinReachOfTheKeyboard() {
        for (int width : new int[] {320, 420, 520, 600, 740, 768, 900, 1024}) {
            browser.width(width);
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .as("at a width of %s", width)
                    .isLessThanOrEqualTo(width);
        }
        browser.width(360);
        List<WebElement> ways = page().findElements(By.cssSelector("nav[aria-label=Main] a"));
        assertThat(ways).isNotEmpty().allMatch(WebElement::isDisplayed);
        new Actions(page()).sendKeys(Keys.TAB).perform();
        assertThat(page().switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        new Actions(page()).sendKeys(Keys.TAB, Keys.TAB).perform();
        for (WebElement way : ways) {
            assertThat(page().switchTo().activeElement()).isEqualTo(way);
            new Actions(page()).sendKeys(Keys.TAB).perform();
        }
        assertThat(page().switchTo().activeElement().getText()).isEqualTo("Sign out");
    }

    private void looksGood(String path, String name, String... forgiven) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {360, 1280}) {
                browser.dark(dark);
                browser.width(width);
                open(path);
                browser.picture(name + "-" + width + (dark ? "-dark" : "-light"));
                assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                        .as("width of %s", path)
                        .isLessThanOrEqualTo(width);
                assertThat(browser.faintTexts()).as("low contrast on %s", path).isEmpty();
            }
        }
        assertThat(browser.complaints())
                .as("complaints about %s", path)
                .allMatch(complaint -> List.of(forgiven).stream().anyMatch(complaint::contains));
    }

    @Test
    void darkIsDark() {
        String colour = "return getComputedStyle(document.body).backgroundColor";
        Object light = browser.run(colour);
        browser.dark(true);
        assertThat(browser.run(colour)).isNotEqualTo(light);
    }

    @Test
    void theStatusLineTellsOfTheEngine() {
        assertThat(page().findElement(By.id("status-line")).getText()).startsWith("Engine: up · 2 events waiting");
    }

    @Test
    void signingOutEndsIt() {
        page().findElement(By.xpath("//button[.='Sign out']")).click();
        assertThat(page().findElement(By.cssSelector("[role=status]")).getText())
                .isEqualTo("You are signed out.");
        open("/journeys");
        assertThat(page().getCurrentUrl()).endsWith("/login");
    }

    private ChromeDriver page() {
        return browser.page();
    }

    private void open(String path) {
        page().get("http://127.0.0.1:" + port + path);
    }
}
