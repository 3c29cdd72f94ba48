package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class UncertainPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void oneUncertainMessage() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        rows.message("m-1", "o-1", "c-1", "accepted", null, "<p>Hello</p>", 1);
        rows.message("m-2", "o-1", "c-1", "uncertain", "connection-lost-while-sending", "<p>Hello</p>", 2);
    }

    @Test
    void whoIsAskedSeesWhatItIsWhoItWasForAndWhyNobodyKnows() throws Exception {
        page().andExpect(content().string(containsString("/messages/m-2")))
                .andExpect(content().string(not(containsString("/messages/m-1"))))
                .andExpect(content().string(containsString("Ada Lovelace")))
                .andExpect(content().string(containsString("/customers/c-1")))
                .andExpect(content().string(containsString("by e-mail")))
                .andExpect(content().string(containsString("The connection broke while it was being handed over")));
    }

    @Test
    void everyPageTellsThatSomethingIsToDoAndNoneDoesWhenNothingIs() throws Exception {
        web.perform(get("/journeys").with(staff())).andExpect(content().string(containsString("count-badge")));
        rows.none();
        web.perform(get("/journeys").with(staff())).andExpect(content().string(not(containsString("count-badge"))));
        page().andExpect(content().string(containsString("Nothing is uncertain")));
    }

    @Test
    void itArrivedCountsAsSentAndNamesWhoSaidSo() throws Exception {
        choose("m-2", "arrived", "Noted: it arrived. It counts as sent.");
        page().andExpect(content().string(containsString("Nothing is uncertain")));
        assertThat(rows.text("select status || ' ' || reason || ' ' || resolved_by from messages where id = 'm-2'"))
                .isEqualTo("resolved arrived admin");
    }

    @Test
    void leftAloneItIsNotAskedAboutAgain() throws Exception {
        choose("m-2", "left", "Noted: it stays as it is, and nobody is asked again.");
        page().andExpect(content().string(containsString("Nothing is uncertain")));
    }

    @Test
    void theSecondOfTwoPeopleIsToldThatTheFirstWasQuicker() throws Exception {
        choose("m-2", "arrived", Resolution.ARRIVED.sentence());
        for (String as : new String[] {"arrived", "left", "send-again"}) {
            choose("m-2", as, Resolution.TOO_LATE.sentence());
        }
        assertThat(rows.text("select reason from messages where id = 'm-2'")).isEqualTo("arrived");
    }

    @Test
    void aPolicysObjectionToSendingAgainIsNamedAndTheMessageStaysOnTheList() throws Exception {
        rows.order("o-2", "#1002", "c-1", "cancelled", false, 3);
        rows.writtenMessage("m-3", "o-2", "c-1", "uncertain", "connection-lost-while-sending", 4);
        choose("m-3", "send-again", Resolution.objected("order-cancelled").sentence());
        page().andExpect(content().string(containsString("/messages/m-3")));
    }

    @Test
    void sentAgainItLeaves() throws Exception {
        rows.writtenMessage("m-3", "o-1", "c-1", "uncertain", "connection-lost-while-sending", 4);
        choose("m-3", "send-again", Resolution.SENT.sentence());
        assertThat(rows.text("select status from messages where id = 'm-3'")).isEqualTo("accepted");
    }

    @Test
    void nothingIsDecidedByAGetWithoutATokenOrInWordsThatMeanNothing() throws Exception {
        web.perform(get("/uncertain/m-2").param("as", "arrived").with(staff())).andExpect(status().is4xxClientError());
        web.perform(post("/uncertain/m-2").param("as", "arrived").with(staff())).andExpect(status().isForbidden());
        web.perform(post("/uncertain/m-2").param("as", "burnt").with(staff()).with(csrf()))
                .andExpect(status().isBadRequest());
        web.perform(post("/uncertain/m-0").param("as", "arrived").with(staff()).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(rows.text("select status from messages where id = 'm-2'")).isEqualTo("uncertain");
    }

    @Test
    void programsFindTheUncertainOnesAndDecideToo() throws Exception {
        web.perform(withKey(get("/api/messages?status=uncertain")))
                .andExpect(jsonPath("$.messages.length()").value(1))
                .andExpect(jsonPath("$.messages[0].id").value("m-2"));
        resolution("m-2", "{\"as\": \"arrived\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.became").value("arrived"));
        resolution("m-2", "{\"as\": \"left\"}")
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(rows.text("select resolved_by from messages where id = 'm-2'"))
                .isEqualTo("api-key");
    }

    @Test
    void whatAProgramGetsWrongIsNamed() throws Exception {
        resolution("m-2", "{\"as\": \"burnt\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("\"send-again\"")));
        resolution("m-2", "{}").andExpect(status().isBadRequest());
        resolution("m-0", "{\"as\": \"left\"}").andExpect(status().isNotFound());
        for (String query : new String[] {"status=sent", "status=uncertain&order=o-1"}) {
            web.perform(withKey(get("/api/messages?" + query)))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value(containsString("\"uncertain\"")));
        }
    }

    private ResultActions page() throws Exception {
        return web.perform(get("/uncertain").with(staff())).andExpect(status().isOk());
    }

    private void choose(String id, String as, String answer) throws Exception {
        var answered = web.perform(
                        post("/uncertain/" + id).param("as", as).with(staff()).with(csrf()))
                .andExpect(redirectedUrl("/uncertain"))
                .andReturn();
        assertThat(((Said) answered.getFlashMap().get("said")).sentence()).isEqualTo(answer);
    }

    private ResultActions resolution(String id, String body) throws Exception {
        return web.perform(withKey(post("/api/messages/" + id + "/resolution"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder withKey(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer the-key");
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
