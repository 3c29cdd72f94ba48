package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class LettersPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void twoLetters() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        rows.shipped("o-1", "Ada Lovelace", "12 St James's Square", "London", "GB");
        rows.message("m-1", "o-1", "c-1", "accepted", null, "<p>Hello</p>", 1);
        rows.letter("m-2", "c-1", "A second card", 60 * 24);
        rows.letter("m-1", "c-1", "A first card", 60);
    }

    @Test
    void theMostUrgentComesFirstWithWhereItGoesAndWhetherItIsLate() throws Exception {
        open("/letters")
                .andExpect(content().string(stringContainsInOrder("A first card", "A second card")))
                .andExpect(content().string(stringContainsInOrder("Late: was due", "Due")))
                .andExpect(content().string(containsString("12 St James&#39;s Square")))
                .andExpect(content().string(containsString("United Kingdom")))
                .andExpect(content().string(containsString("No order tells where the customer lives")))
                .andExpect(content().string(containsString("Letters (2)")));
    }

    @Test
    void thePageToPrintHasNoRights() throws Exception {
        open("/letters/m-1/html")
                .andExpect(content().string(containsString("<h1>A first card</h1>")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox;")));
    }

    @Test
    void doneTakesItOffTheListAndNamesWhoPostedIt() throws Exception {
        assertThat(answer("/letters/m-1/done", "")).isEqualTo("Noted: it is in the post.");
        open("/letters").andExpect(content().string(not(containsString("A first card"))));
        assertThat(rows.text("select status || ' ' || settled_by from letters where message_id = 'm-1'"))
                .isEqualTo("done admin");
        assertThat(answer("/letters/m-1/skip", "Too late")).startsWith("Somebody was quicker");
    }

    @Test
    void skippingWantsAReason() throws Exception {
        assertThat(answer("/letters/m-1/skip", "  ")).contains("say why");
        assertThat(answer("/letters/m-1/skip", "They moved away")).isEqualTo("Noted: it is not posted.");
        assertThat(rows.text("select status || ' ' || reason from letters where message_id = 'm-1'"))
                .isEqualTo("skipped They moved away");
    }

    @Test
    void anUnknownLetterOrAStrangerChangesNothing() throws Exception {
        web.perform(post("/letters/m-0/done").with(staff()).with(csrf())).andExpect(status().isNotFound());
        web.perform(get("/letters/m-0/html").with(staff())).andExpect(status().isNotFound());
        web.perform(post("/letters/m-1/done").with(staff())).andExpect(status().isForbidden());
        assertThat(rows.text("select status from letters where message_id = 'm-1'"))
                .isEqualTo("waiting");
    }

    @Test
    void anEmptyQueueSaysSo() throws Exception {
        rows.none();
        open("/letters").andExpect(content().string(containsString("No letter waits")));
    }

    private ResultActions open(String page) throws Exception {
        return web.perform(get(page).with(staff())).andExpect(status().isOk());
    }

    private String answer(String path, String reason) throws Exception {
        var answered = web.perform(
                        post(path).param("reason", reason).with(staff()).with(csrf()))
                .andExpect(redirectedUrl("/letters"))
                .andReturn();
        return ((Said) answered.getFlashMap().get("said")).sentence();
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
