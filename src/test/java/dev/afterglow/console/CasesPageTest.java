package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.Cases;
import dev.afterglow.support.SeeingToCases;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@ConsoleTest
class CasesPageTest {

    private static final OffsetDateTime NOW = ConsoleSlice.NOW.atOffset(ZoneOffset.UTC);
    private static final String ELSEWHERE = "https://help.example T-1";

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SeeingToCases seeing;

    @Autowired
    Cases cases;

    @BeforeEach
    void twoOfOursAndOneOfAnotherSystem() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.customer("c-2", "bob@example.com", "Bob", "Bean");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        jdbc.sql("insert into survey_requests (id, survey, kind, journey, business_key, step, order_id, customer_id,"
                        + " product, opened_at, asked_at, closes_at) values ('r-1', 'product', 'csat', 'ProductFeedback',"
                        + " 'o-1', 'Step', 'o-1', 'c-1', 'Ring', ?, ?, ?)")
                .params(NOW, NOW, NOW.plusDays(40))
                .update();
        jdbc.sql("insert into survey_answers (request_id, score, remark, revision, answered_at, changed_at)"
                        + " values ('r-1', 1, 'The <b>box</b> was crushed', 1, ?, ?)")
                .params(NOW, NOW)
                .update();
        seeing.open("case-1", "c-1", "o-1", "low-score", Duration.ofDays(1));
        seeing.open("case-2", "c-2", null, "low-score", Duration.ofDays(2));
        seeing.due("case-2", ConsoleSlice.NOW.minusSeconds(3600), "admin");
        cases.opened(ELSEWHERE, "c-2", ConsoleSlice.NOW.minusSeconds(7200));
    }

    @Test
    void theListShowsWhatIsDueFirstWithCountsForEverybodysOwnWork() throws Exception {
        seeing.give("case-1", "admin", "", "admin");

        open("/cases")
                .andExpect(content().string(stringContainsInOrder("Bob Bean", "Ada Lovelace", "no deadline")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "All open (3)", "Mine (1)", "Nobody’s (2)", "Overdue (1)", "Overdue since")));
        open("/cases?show=mine").andExpect(shows("Ada Lovelace")).andExpect(hides("Bob Bean"));
        open("/cases?show=unowned").andExpect(shows("Bob Bean")).andExpect(hides("Ada Lovelace"));
        open("/cases?show=overdue").andExpect(shows("Bob Bean")).andExpect(hides("Ada Lovelace"));
        open("/").andExpect(content().string(containsString("<span class=\"unseen\"> overdue</span>")));
    }

    @Test
    void anEmptyListSaysWhatWouldBeThere() throws Exception {
        rows.none();
        open("/cases").andExpect(shows("Nobody waits for an answer"));
        open("/cases?show=mine").andExpect(shows("None is yours"));
        open("/cases?show=unowned").andExpect(shows("Every case is somebody"));
        open("/cases?show=overdue").andExpect(shows("Nothing is overdue"));
        open("/cases?show=closed").andExpect(shows("No case was closed yet"));
    }

    @Test
    void oneCaseShowsWhoSaidWhatAboutWhichOrder() throws Exception {
        open("/case?id=case-1")
                .andExpect(shows("Answered a survey with a low score."))
                .andExpect(shows("/customers/c-1"))
                .andExpect(shows("/orders/o-1"))
                .andExpect(shows("#1001"))
                .andExpect(shows("Score 1"))
                .andExpect(shows("The &lt;b&gt;box&lt;/b&gt; was crushed"))
                .andExpect(shows("Take it"));
        open("/case?id=" + ELSEWHERE.replace(" ", "%20")).andExpect(shows("Opened by another system."));
        web.perform(get("/case?id=case-9").with(Somebody.operator())).andExpect(status().isNotFound());
    }

    @Test
    void whoOnlyReadsSeesNothingThatPeopleWroteAndCanDoNothing() throws Exception {
        seeing.note("case-1", "Calls back at noon", "admin");

        web.perform(get("/case?id=case-1").with(Somebody.reader()))
                .andExpect(status().isOk())
                .andExpect(shows("Score 1"))
                .andExpect(shows(Mask.DOTS))
                .andExpect(hides("crushed"))
                .andExpect(hides("noon"))
                .andExpect(hides("Take it"));
        web.perform(post("/case/note")
                        .param("id", "case-1")
                        .param("words", "Me too")
                        .with(Somebody.reader())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/case/note")
                        .param("id", "case-1")
                        .param("words", "Me too")
                        .with(Somebody.operator()))
                .andExpect(status().isForbidden());
        assertThat(entries("case-1")).isEqualTo(2);
    }

    @Test
    void whoTakesItOwnsItUnlessSomebodyWasQuicker() throws Exception {
        assertThat(act("give", "case-1", "to", "admin", "seen", "")).isEqualTo("It is yours.");
        assertThat(act("give", "case-1", "to", "rita", "seen", "")).contains("somebody was quicker");
        assertThat(act("give", "case-1", "to", "rita", "seen", "admin")).isEqualTo("It is with rita now.");
        assertThat(act("give", "case-1", "to", "mallory", "seen", "rita")).contains("nobody of this name");

        assertThat(cases.find("case-1").orElseThrow().owner()).isEqualTo("rita");
        open("/case?id=case-1").andExpect(shows("Given to rita"));
    }

    @Test
    void notesAreKeptWithWhoWroteThemAndEmptyOnesAreNot() throws Exception {
        assertThat(act("note", "case-1", "words", " Sends photos. ")).isEqualTo("The note is kept.");
        assertThat(act("note", "case-1", "words", "  ")).contains("empty");
        assertThat(act("note", "case-1", "words", "x".repeat(4001))).contains("4000");

        open("/case?id=case-1").andExpect(shows(">Sends photos.<"));
        assertThat(entries("case-1")).isEqualTo(2);
    }

    @Test
    void aDeadlineIsReadByTheShopsClockAndMustBeToCome() throws Exception {
        assertThat(act("due", "case-1", "due", "2026-11-25T09:00")).isEqualTo("The deadline is changed.");
        assertThat(cases.find("case-1").orElseThrow().dueAt()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(act("due", "case-1", "due", "2026-11-20T09:00")).contains("still to come");
        assertThat(act("due", "case-1", "due", "soon")).contains("still to come");
        assertThat(cases.find("case-1").orElseThrow().dueAt()).isEqualTo("2026-11-25T08:00:00Z");
    }

    @Test
    void closingWantsToKnowHowItEndedAndAClosedCaseCanBeOpenedAgain() throws Exception {
        assertThat(act("close", "case-1", "outcome", "", "words", "")).contains("say how it ended");
        assertThat(act("close", "case-1", "outcome", "goodwill", "words", "Ten euros."))
                .isEqualTo("The case is closed.");
        assertThat(act("close", "case-1", "outcome", "solved", "words", "")).contains("somebody was quicker");
        assertThat(cases.find("case-1").orElseThrow().outcome()).isEqualTo(CaseOutcome.GOODWILL);
        open("/cases?show=closed").andExpect(shows("They got something for the trouble"));
        open("/case?id=case-1").andExpect(shows("Open it again")).andExpect(hides("Take it"));

        assertThat(act("reopen", "case-1", "words", "Broke again.")).isEqualTo("The case is open again.");
        assertThat(cases.isOpen("c-1")).isTrue();
        web.perform(post("/case/close")
                        .param("id", "case-9")
                        .param("outcome", "solved")
                        .with(Somebody.operator())
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private long entries(String id) {
        return jdbc.sql("select count(*) from case_entries where case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private ResultActions open(String page) throws Exception {
        return web.perform(get(URI.create(page)).with(Somebody.operator())).andExpect(status().isOk());
    }

    private static ResultMatcher shows(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher hides(String text) {
        return content().string(not(containsString(text)));
    }

    private String act(String what, String id, String... fields) throws Exception {
        var form = post("/case/" + what).param("id", id);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        var answered = web.perform(form.with(Somebody.operator()).with(csrf()))
                .andExpect(redirectedUrl("/case?id=" + id))
                .andReturn();
        return ((Said) answered.getFlashMap().get("said")).sentence();
    }
}
