package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.console.Browser;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The public pages as a customer meets them: on a phone, without script. Pictures are left in {@code target/console}. */
class PublicPagesIT extends PageTest {

    @TempDir
    static Path profile;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(profile);
        browser.page().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void aCustomerWithAPhone() {
        consents.record(ada, new Consent("email", Topic.OFFERS, State.GIVEN, "test", null, null, clock().instant()));
        browser.width(360);
        browser.dark(false);
        browser.complaints();
    }

    @Test
    void offersAreSwitchedOffAndStayOff() {
        open(address("preferences"));
        assertThat(isOn("email.offers")).isTrue();

        find("input[name=on][value='email.offers']").click();
        find("button.primary").click();

        assertThat(find("[role=status]").getText()).isEqualTo("Saved. It counts from now on.");
        assertThat(isOn("email.offers")).isFalse();
        assertThat(said("email", Topic.OFFERS)).contains(State.WITHDRAWN);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itIsWorkedByTheKeyboardAlone() {
        open(address("unsubscribe"));

        browser.page().switchTo().activeElement().sendKeys(Keys.TAB);
        browser.page().switchTo().activeElement().sendKeys(Keys.ENTER);

        await().until(() ->
                said("email", Topic.OFFERS).filter(State.WITHDRAWN::equals).isPresent());
        find("#unsubscribe a").click();
        await().until(() -> browser.page().getCurrentUrl().contains("/p/"));
        assertThat(isOn("email.offers")).isFalse();
    }

    @Test
    void linksInTheBrowserViewLeadOn() {
        String preferences = url(address("preferences"));
        written("<h1>Hello</h1><a href='" + preferences + "'>choose</a>", "Hello");

        open(address("view"));
        find("a").click();

        await().until(() -> browser.page().getCurrentUrl().contains("/p/"));
        assertThat(find("h1").getText()).isEqualTo("What would you like to get?");
    }

    @Test
    void everyPageFitsAPhoneInBothLanguagesInLightAndDarkAndIsReadable() throws IOException {
        for (String language : new String[] {"en", "de"}) {
            customers.prefer(
                    ada, new Preferences(language, true, clock().instant().plusSeconds(9_999_999), Set.of()));
            for (String name : new String[] {"preferences", "unsubscribe", "confirm"}) {
                looksGood(address(name), "public-" + name + "-" + language);
            }
        }
        looksGood("/p/nothing", "public-nothing");
    }

    private void looksGood(String path, String name) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {360, 1280}) {
                browser.dark(dark);
                browser.width(width);
                open(path);
                // why: so that all of it is in the picture.
                browser.page()
                        .executeCdpCommand(
                                "Emulation.setDeviceMetricsOverride",
                                Map.of("width", width, "height", 1700, "deviceScaleFactor", 1, "mobile", width < 500));
                browser.picture(name + "-" + width + (dark ? "-dark" : "-light"));
                script(true);
                assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                        .as("width of %s", name)
                        .isLessThanOrEqualTo(width);
                assertThat(browser.faintTexts()).as("low contrast on %s", name).isEmpty();
                script(false);
            }
        }
    }

    // why: the driver itself needs script to read a box.
    private boolean isOn(String name) {
        script(true);
        boolean on = find("input[name=on][value='" + name + "']").isSelected();
        script(false);
        return on;
    }

    private void script(boolean runs) {
        browser.page().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !runs));
    }

    private WebElement find(String css) {
        return browser.page().findElement(By.cssSelector(css));
    }

    private void open(String path) {
        browser.page().get(url(path));
    }
}
