package dev.afterglow.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.SeeingToCases;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class FeedbackPageTest {

    private static final OffsetDateTime NOW = ConsoleSlice.NOW.atOffset(ZoneOffset.UTC);

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeeingToCases cases;

    @BeforeEach
    void twoWereAskedAndOneAnswered() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        asked("r-1");
        asked("r-2");
        jdbc.sql("insert into survey_answers (request_id, score, remark, revision, answered_at, changed_at)"
                        + " values ('r-1', 2, 'The <b>box</b> was crushed', 1, ?, ?)")
                .params(NOW, NOW)
                .update();
    }

    @Test
    void operatorsReadTheFigureWithItsIntervalAndWhatWasSaid() throws Exception {
        web.perform(get("/feedback").with(Somebody.operator()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 %")))
                .andExpect(content().string(containsString("With 95 % certainty between 0 % and 79 %.")))
                .andExpect(content().string(containsString("The &lt;b&gt;box&lt;/b&gt; was crushed")))
                .andExpect(content().string(containsString("/orders/o-1")))
                .andExpect(content().string(containsString("/customers/c-1")));
    }

    @Test
    void whoOnlyReadsSeesTheNumbersAndNoRemarks() throws Exception {
        web.perform(get("/feedback").with(Somebody.reader()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("79 %")))
                .andExpect(content().string(containsString(Mask.DOTS)))
                .andExpect(content().string(not(containsString("crushed"))));
    }

    @Test
    void programsReadTheNumbersAlone() throws Exception {
        web.perform(get("/api/feedback/product").header("Authorization", "Bearer the-key"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.results[0].asked").value(2))
                .andExpect(jsonPath("$.results[0].answered").value(1))
                .andExpect(jsonPath("$.results[0].value").value(0.0))
                .andExpect(jsonPath("$.results[0].counts.2").value(1))
                .andExpect(content().string(not(containsString("crushed"))));
        web.perform(get("/api/feedback/nothing").header("Authorization", "Bearer the-key"))
                .andExpect(status().isNotFound());
    }

    @Test
    void anEmptyPageSaysSo() throws Exception {
        rows.none();
        web.perform(get("/feedback").with(Somebody.operator()))
                .andExpect(content().string(containsString("Nobody was asked yet")));
    }

    @Test
    void aCaseStandsOnTheCustomersPageUntilItIsClosed() throws Exception {
        cases.open("case-1", "c-1", "o-1", "low-score", Duration.ofDays(1));
        web.perform(get("/customers/c-1").with(Somebody.reader()))
                .andExpect(content().string(containsString("Answered a survey with a low score.")))
                .andExpect(content().string(containsString("/case?id=case-1")));

        cases.close("case-1", CaseOutcome.SOLVED, "", "admin");
        web.perform(get("/customers/c-1").with(Somebody.reader()))
                .andExpect(content().string(not(containsString("/case?id=case-1"))));
    }

    private void asked(String id) {
        jdbc.sql(
                        "insert into survey_requests (id, survey, kind, journey, business_key, step, order_id, customer_id, product,"
                                + " opened_at, asked_at, closes_at) values (?, 'product', 'csat', 'ProductFeedback', ?, 'Step', 'o-1', 'c-1',"
                                + " 'Ring', ?, ?, ?)")
                .params(id, id, NOW, NOW, NOW.plusDays(40))
                .update();
    }
}
