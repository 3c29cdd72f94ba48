package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class ConsolePagesTest {

    private static final String SCRIPT = "<script>alert('x')</script>";
    private static final String LOCKED_IN =
            "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void empty() {
        rows.none();
    }

    @Test
    void aFreshInstallSaysHowToSendAFirstOrder() throws Exception {
        open("/").andExpect(content().string(containsString("bin/send-sample-order")));
        open("/journeys").andExpect(content().string(containsString("No journey is deployed yet")));
    }

    @Test
    void theListSaysWhatBecameOfEachOrder() throws Exception {
        story();
        rows.order("2", "#1002", "c-1", "cancelled", false, 10);
        rows.event("e-2", "order.paid", "2", "c-1", "ignored", "order-cancelled", 11, false);
        rows.order("3", "#1003", "c-1", "paid", false, 20);
        rows.event("e-3", "order.paid", "3", "c-1", "accepted", null, 21, false);
        rows.order("4", "#1004", null, "paid", true, 30);
        rows.run("r-4", "4", null, "declined", "test-order", 31);
        open("/")
                .andExpect(content().string(containsString("Thank-you sent")))
                .andExpect(content().string(containsString("Silent: order-cancelled")))
                .andExpect(content().string(containsString("Waiting for the engine")))
                .andExpect(content().string(containsString("Silent: test-order")))
                .andExpect(content().string(containsString("Ada Lovelace")))
                .andExpect(content().string(containsString("€129.90")));
    }

    @Test
    void anOrderIsFoundByTheBeginningOfItsNumberItsIdOrAnAddress() throws Exception {
        story();
        rows.order("77", "#2002", null, "paid", false, 10);
        for (String text : new String[] {"#1001", "1001", "82098", "ada@EXAMPLE", "1001@orders"}) {
            web.perform(get("/").param("q", text).with(staff()))
                    .andExpect(content().string(containsString(">#1001<")))
                    .andExpect(content().string(not(containsString(">#2002<"))));
        }
    }

    @Test
    void aSearchWithoutResultSaysSoAndTakesNoSignForAPlaceholder() throws Exception {
        story();
        for (String text : new String[] {"nobody", "%", "_", "!", "'; drop table orders; --", SCRIPT}) {
            web.perform(get("/").param("q", text).with(staff()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("No order found")))
                    .andExpect(content().string(not(containsString(SCRIPT))));
        }
    }

    @Test
    void whatGoesWellIsShownWithItsReason() throws Exception {
        for (String one : new String[] {"machine", "jug"}) {
            database.sql("insert into recommended_products (shop, product, title, buyers, sold_at, counted_at)"
                            + " values ('', ?, ?, 40, now(), now())")
                    .params(one, "The <" + one + ">")
                    .update();
        }
        database.sql("insert into recommendations (shop, product, place, other, together, score)"
                        + " values ('', 'machine', 0, 'jug', 17, 40.56)")
                .update();
        open("/recommendations?q=MACH")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("17 of the 40 people who bought this bought that too")))
                .andExpect(content().string(containsString("The &lt;jug&gt;")))
                .andExpect(content().string(containsString("40.6")));
        open("/recommendations?q=jug").andExpect(content().string(containsString("Nothing goes well enough with it")));
        open("/recommendations?q=lamp").andExpect(content().string(containsString("No product found")));
    }

    @Test
    void whereThereIsOneShopNothingIsSaidAboutShops() throws Exception {
        story();
        open("/")
                .andExpect(content().string(not(containsString("All shops"))))
                .andExpect(content().string(not(containsString(">Shop</th>"))));
        open("/customers/c-1").andExpect(content().string(not(containsString(">Shop</dt>"))));
    }

    @Test
    void anIdWithASlashIsLinkedAndFound() throws Exception {
        rows.order("2026/17", "#N17", null, "paid", false, 10);
        open("/").andExpect(content().string(containsString("href=\"/orders/2026/17\"")));
        open("/orders/2026/17").andExpect(content().string(containsString("<code>2026/17</code>")));
    }

    @Test
    void theListIsTurnedPageByPage() throws Exception {
        for (int number = 0; number < 30; number++) {
            rows.order("o" + number, "#N" + number, null, "paid", false, number);
        }
        open("/")
                .andExpect(content().string(containsString(">#N29<")))
                .andExpect(content().string(not(containsString(">#N4<"))))
                .andExpect(content().string(containsString("page=2")));
        open("/?page=2")
                .andExpect(content().string(containsString(">#N4<")))
                .andExpect(content().string(containsString(">#N0<")));
        open("/?page=99").andExpect(content().string(containsString("There are no more orders")));
        open("/?page=-1").andExpect(content().string(containsString(">#N29<")));
    }

    @Test
    void aStoryIsToldInTheShopsTimeWithTheReasonForEverySilence() throws Exception {
        story();
        rows.message("m-2", "820982911946154508", "c-1", "silent", "no-address", null, 9);
        rows.run("r-2", "820982911946154508", "c-1", "declined", "a-new-reason", 10);
        for (String page : new String[] {"/orders/820982911946154508", "/customers/c-1"}) {
            open(page)
                    .andExpect(content().string(containsString("Order paid")))
                    .andExpect(content().string(containsString("Entered Thank you")))
                    .andExpect(content().string(containsString("Completed Thank you")))
                    .andExpect(content().string(containsString("Thank-you sent")))
                    .andExpect(content().string(containsString("/messages/m-1")))
                    .andExpect(content().string(containsString("Thank-you not sent")))
                    .andExpect(content().string(containsString("There is no address to write to.")))
                    .andExpect(content().string(containsString("a-new-reason")))
                    .andExpect(content().string(containsString("datetime=\"2026-11-21T09:03:00Z\"")))
                    .andExpect(content().string(containsString("21 Nov 2026, 10:03")))
                    .andExpect(content().string(not(containsString("/messages/m-2"))));
        }
    }

    @Test
    void aReasonIsASentenceAndAnUnknownOneIsShownAsItIs() {
        assertThat(PlainWords.reason("no-consent")).isEqualTo("The customer has not agreed to messages of this kind.");
        assertThat(PlainWords.reason("smtp-550")).isEqualTo("The mail server refused it (550).");
        assertThat(PlainWords.reason("the-moon-is-full")).isEqualTo("the-moon-is-full");
    }

    @Test
    void scriptInWhatSendersToldIsShownAndNeverRun() throws Exception {
        rows.customer("c-9", SCRIPT + "@example.com", SCRIPT, SCRIPT);
        rows.order("9", SCRIPT, "c-9", "paid", false, 0);
        rows.line("9", 0, SCRIPT, 1, "1.00");
        rows.event("e-9", SCRIPT, "9", "c-9", "ignored", SCRIPT, 1, false);
        rows.journey("ThankYou", 1, SCRIPT);
        rows.run("r-9", "9", "c-9", "declined", SCRIPT, 2);
        rows.message("m-9", "9", "c-9", "silent", SCRIPT, SCRIPT, 3);
        for (String page : new String[] {"/", "/orders/9", "/customers/c-9", "/messages/m-9", "/journeys"}) {
            open(page)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>"))))
                    .andExpect(content().string(containsString("&lt;script&gt;")));
        }
    }

    @Test
    void theMailIsFramedWithoutAnyRight() throws Exception {
        story();
        open("/messages/m-1")
                .andExpect(content().string(containsString("sandbox=\"\"")))
                .andExpect(content().string(containsString("src=\"/messages/m-1/html\"")))
                .andExpect(content().string(containsString("Thank you, Ada – in plain words")))
                .andExpect(header().string("X-Frame-Options", "DENY"));
        open("/messages/m-1/html")
                .andExpect(content().string("<h1>Thank you, Ada</h1>"))
                .andExpect(header().string("Content-Security-Policy", LOCKED_IN))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"));
    }

    @Test
    void aMessageThatWasNeverWrittenSaysWhy() throws Exception {
        story();
        rows.message("m-2", "820982911946154508", "c-1", "silent", "order-cancelled", null, 9);
        open("/messages/m-2")
                .andExpect(content().string(containsString("Nothing was written")))
                .andExpect(content().string(containsString("The order was cancelled.")))
                .andExpect(content().string(not(containsString("<iframe"))));
    }

    @Test
    void whichEditionsAreInUseIsToldAndWhichAMessageIsFrom() throws Exception {
        story();
        rows.edition("ThankYou", 1, "3f2a9c1b77", "118edac0aa");
        open("/journeys")
                .andExpect(content().string(not(containsString("Editions of"))))
                .andExpect(content().string(containsString(">3f2a9c1b<")))
                .andExpect(content().string(containsString("commit 118edac0, changed")));
        open("/messages/m-1")
                .andExpect(content().string(containsString(">3f2a9c1b<")))
                .andExpect(content().string(containsString(">commit 118edac0, changed<")));
        rows.edition("ThankYou", 1, "77aa88bb99", "118edac0aa");
        open("/journeys")
                .andExpect(content().string(containsString("Editions of")))
                .andExpect(content().string(containsString(">3f2a9c1b<")))
                .andExpect(content().string(containsString(">77aa88bb<")));
    }

    @Test
    void theFrameNamesTheUserMarksThePageAndTellsTheTime() throws Exception {
        open("/journeys")
                .andExpect(content().string(containsString("aria-current=\"page\">Journeys<")))
                .andExpect(content().string(not(containsString("aria-current=\"page\">Orders<"))))
                .andExpect(content().string(containsString(">admin<")))
                .andExpect(content().string(containsString("21 Nov 2026, 13:00")))
                .andExpect(content().string(not(containsString("Engine:"))));
    }

    @Test
    void anUnknownOrderCustomerOrMessageIsNotFound() throws Exception {
        for (String page : new String[] {"/orders/1", "/customers/1", "/messages/1", "/messages/1/html", "/nowhere"}) {
            assertThat(web.perform(get(page).with(staff()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void lookingChangesNothing() throws Exception {
        story();
        int before = rows.countAll();
        for (String page : new String[] {
            "/",
            "/?q=1",
            "/orders/820982911946154508",
            "/customers/c-1",
            "/messages/m-1",
            "/messages/m-1/html",
            "/journeys",
            "/uncertain",
            "/letters",
            "/webhooks",
            "/words",
            "/words/Greeting/hello?order=820982911946154508",
            "/words/Greeting/hello/html"
        }) {
            open(page).andExpect(status().isOk());
        }
        assertThat(rows.countAll()).isEqualTo(before);
    }

    private void story() {
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("820982911946154508", "#1001", "c-1", "paid", false, 0);
        rows.line("820982911946154508", 0, "Espresso machine", 1, "129.90");
        rows.event("e-1", "order.paid", "820982911946154508", "c-1", "accepted", null, 1, true);
        rows.journey("ThankYou", 1, "Thank you");
        rows.run("r-1", "820982911946154508", "c-1", "ended", null, 2);
        rows.message("m-1", "820982911946154508", "c-1", "accepted", null, "<h1>Thank you, Ada</h1>", 3);
    }

    private ResultActions open(String page) throws Exception {
        return web.perform(get(page).with(staff()));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
