package dev.afterglow.console;

import static dev.afterglow.console.Somebody.operator;
import static dev.afterglow.console.Somebody.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriUtils;

@ConsoleTest
class ReceivedPagesTest {

    private static final String BODY = """
            {"id": 820982911946154508, "email": "ada@example.com", "total": "129.90", "note": "Ring at Babbage's"}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void aMorning() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("820", "#1001", "c-1", "paid", false, 0);
        rows.event("e-1", "order.created", "820", "c-1", "accepted", null, 0, true);
        rows.event("e-2", "order.paid", "820", "c-1", "refused", "engine-invalid_argument", 1, false);
        rows.event("e-3", "order.paid", "900", null, "ignored", "test-order", 2, false);
        rows.event("e-4", "order.paid", "901", null, "accepted", null, 3, false);
        rows.told("e-1", BODY);
        rows.repeated("e-1", 2, 30);
    }

    @Test
    void aFreshInstallSaysWhatWillBeSeenHere() throws Exception {
        rows.none();
        says(operator(), "/received", "Nothing has come in yet");
    }

    @Test
    void whatArrivedInARushIsCountedAndWhatIsStuckIsNamedWithoutItsContents() throws Exception {
        rows.arrived("e-5", null);
        rows.arrived("e-6", null);
        rows.arrived("e-7", "IllegalStateException");

        says(operator(), "/received", "2 reports have");
        page(operator(), "/received")
                .andExpect(content()
                        .string(allOf(
                                containsString("Not understood"),
                                containsString("e-7"),
                                containsString("IllegalStateException"),
                                not(containsString("e-5")),
                                not(containsString("Ada's secret")))));
    }

    @Test
    void nothingIsSaidOfARushWhereThereIsNone() throws Exception {
        page(operator(), "/received")
                .andExpect(content().string(allOf(not(containsString("rush")), not(containsString("Not understood")))));
    }

    @Test
    void everythingIsListedWithWhatBecameOfIt() throws Exception {
        page(operator(), "/received")
                .andExpect(content()
                        .string(allOf(
                                containsString("Told to the journeys"),
                                containsString("Refused by the engine: engine-invalid_argument"),
                                containsString("Silent: test-order"),
                                containsString("Waits for the engine"),
                                containsString("sent again 2 times"),
                                containsString("4 events, 1 ignored, 1 refused"))));
    }

    @Test
    void whoeverTypesAnIdFindsIt() throws Exception {
        for (String id : List.of("e-2", "820", "#1001", "1001", "c-1")) {
            page(reader(), "/received?q=" + id.replace("#", "%23"))
                    .andExpect(content().string(shows("e-2")))
                    .andExpect(content().string(not(shows("e-3"))));
        }
        page(reader(), "/received?q=900").andExpect(content().string(shows("e-3")));
        says(reader(), "/received?q=82", "No event found");
        says(reader(), "/received?q=%25", "No event found");
    }

    @Test
    void theListIsNarrowedByEverythingThatIsKnown() throws Exception {
        Map<String, String> one = Map.of(
                "outcome=refused", "e-2",
                "reason=test-order", "e-3",
                "type=order.created", "e-1",
                "outcome=repeated", "e-1",
                "order=1001&type=order.paid", "e-2",
                "order=901", "e-4");
        for (var narrowed : one.entrySet()) {
            ResultActions page = page(reader(), "/received?" + narrowed.getKey());
            for (String event : List.of("e-1", "e-2", "e-3", "e-4")) {
                Matcher<String> listed = shows(event);
                page.andExpect(content().string(event.equals(narrowed.getValue()) ? listed : not(listed)));
            }
        }
        page(reader(), "/received?sender=shopify:shop.example&day=2026-11-21")
                .andExpect(content().string(allOf(shows("e-1"), shows("e-4"))));
        says(reader(), "/received?day=2026-11-20", "No event found");
        says(reader(), "/received?sender=nobody", "No event found");
        page(reader(), "/received?day=yesterday").andExpect(status().isOk());
    }

    @Test
    void theListIsTurnedPageByPageAndStaysNarrowed() throws Exception {
        for (int event = 0; event < 60; event++) {
            rows.event("many-" + event, "order.paid", "o-" + event, null, "ignored", "a&b c", 4, false);
        }
        page(reader(), "/received?reason=a%26b c")
                .andExpect(content().string(containsString("/received?reason=a%26b%20c&amp;page=2")))
                .andExpect(content().string(not(shows("many-0"))));
        page(reader(), "/received?reason=a%26b c&page=2").andExpect(content().string(shows("many-0")));
        page(reader(), "/received?page=-3").andExpect(status().isOk());
    }

    @Test
    void oneEventSaysWhatWasToldAndWhatBecameOfIt() throws Exception {
        page(reader(), "/received/e-1")
                .andExpect(content()
                        .string(allOf(
                                containsString("The engine has it"),
                                containsString("The same was sent again 2 times"),
                                containsString("/orders/820"),
                                containsString("/customers/c-1"),
                                containsString("820982911946154508"),
                                containsString("129.90"))));
        says(reader(), "/received/e-3", "It is a test order");
        web.perform(get("/received/e-0").with(reader())).andExpect(status().isNotFound());
    }

    @Test
    void personalDataIsMaskedForEverybodyAtFirst() throws Exception {
        for (RequestPostProcessor somebody : List.of(reader(), operator())) {
            page(somebody, "/received/e-1")
                    .andExpect(content().string(not(containsString("ada@example.com"))))
                    .andExpect(content().string(not(containsString("Babbage"))))
                    .andExpect(content().string(containsString(Mask.DOTS)));
        }
    }

    @Test
    void anOperatorLooksBehindTheMaskOnceAndItIsRecorded() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(post("/received/e-1/unmasked")
                        .session(session)
                        .with(operator())
                        .with(csrf()))
                .andExpect(redirectedUrl("/received/e-1"));

        web.perform(get("/received/e-1").session(session).with(operator()))
                .andExpect(content().string(containsString("ada@example.com")));
        web.perform(get("/received/e-1").session(session).with(operator()))
                .andExpect(content().string(not(containsString("ada@example.com"))))
                .andExpect(content().string(containsString("Looked behind the mask")));
        assertThat(
                        rows.text(
                                "select looked_by from event_looks where event_seq = (select seq from events where id = 'e-1')"))
                .isEqualTo("admin");
    }

    @Test
    void whoReadsCannotLookBehindTheMaskNorReplay() throws Exception {
        page(reader(), "/received/e-2")
                .andExpect(content().string(not(containsString("unmasked"))))
                .andExpect(content().string(not(containsString("/replay"))));
        page(reader(), "/received?outcome=refused").andExpect(content().string(not(containsString("/replay"))));
        for (String action :
                List.of("/received/e-1/unmasked", "/received/e-2/replay", "/received/replay?outcome=refused")) {
            web.perform(post(action)
                            .param("why", "x")
                            .param("until", "99")
                            .with(reader())
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/received/e-1").flashAttr("unmasked", true).with(reader()))
                .andExpect(content().string(not(containsString("ada@example.com"))));
        assertThat(rows.text("select count(*) from event_looks")).isEqualTo("0");
        assertThat(rows.text("select count(*) from outbox")).isEqualTo("0");
    }

    @Test
    void aPurgedBodySaysWhenItWent() throws Exception {
        rows.purged("e-1", 45);
        says(reader(), "/received/e-1", "The body was purged on");
        says(reader(), "/received/e-1", "21 Nov 2026, 10:45");
    }

    @Test
    void anOperatorTellsTheEngineAgainInASecondStepAndSaysWhy() throws Exception {
        page(operator(), "/received/e-2").andExpect(content().string(containsString("/received/e-2/replay")));
        says(operator(), "/received/e-2/replay", "Every journey that waits");
        assertThat(rows.text("select count(*) from outbox")).isEqualTo("0");

        send(operator(), "/received/e-2/replay", "why", " ").andExpect(redirectedUrl("/received/e-2/replay"));
        send(operator(), "/received/e-2/replay", "why", "it was the engine")
                .andExpect(redirectedUrl("/received/e-2"))
                .andExpect(flash().attribute("said", new Said("It is on its way to the engine again.", Tone.GOOD)));

        page(operator(), "/received/e-2")
                .andExpect(content()
                        .string(allOf(
                                containsString("it was the engine"),
                                containsString("Waits for the engine"),
                                containsString("It had been refused"))));
        send(operator(), "/received/e-2/replay", "why", "again")
                .andExpect(
                        flash().attribute("said", new Said("Nothing was done: it is on its way already.", Tone.QUIET)));
        assertThat(rows.text("select count(*) from outbox")).isEqualTo("1");
    }

    @Test
    void manyAreToldAgainByAFilterWithTheirNumberToConfirm() throws Exception {
        rows.event("e-5", "order.paid", "902", null, "refused", "engine-out_of_range", 5, false);
        says(operator(), "/received/replay?outcome=refused", "Tell the engine 2 events again?");
        String until = rows.text("select max(seq) from events");
        rows.event("e-6", "order.paid", "903", null, "refused", "engine-out_of_range", 6, false);

        web.perform(post("/received/replay")
                        .param("outcome", "refused")
                        .param("until", until)
                        .param("why", "the engine was replaced")
                        .with(operator())
                        .with(csrf()))
                .andExpect(redirectedUrl("/received?outcome=refused"))
                .andExpect(flash().attribute(
                                "said", new Said("2 events are on their way to the engine again.", Tone.GOOD)));

        assertThat(rows.text("select count(*) from outbox")).isEqualTo("2");
        assertThat(rows.text("select outcome from events where id = 'e-6'")).isEqualTo("refused");
        says(operator(), "/received/replay?outcome=ignored", "Nothing to tell again");
        web.perform(get("/received/replay").with(operator())).andExpect(status().isBadRequest());
    }

    @Test
    void aProgramReplaysToo() throws Exception {
        api(post("/api/events/e-2/replay"), "{\"why\": \"the engine was away\"}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.became").value("queued"));
        api(post("/api/events/e-2/replay"), "{\"why\": \"again\"}").andExpect(status().isConflict());
        api(post("/api/events/e-3/replay"), "{\"why\": \"x\"}").andExpect(status().isConflict());
        api(post("/api/events/e-0/replay"), "{\"why\": \"x\"}").andExpect(status().isNotFound());
        api(post("/api/events/e-2/replay"), "{}").andExpect(status().isBadRequest());
        web.perform(post("/api/events/e-2/replay")).andExpect(status().isUnauthorized());
        api(get("/api/events/e-2"), "")
                .andExpect(jsonPath("$.replays[0].by").value("api-key"))
                .andExpect(jsonPath("$.replays[0].outcome").value("refused"))
                .andExpect(jsonPath("$.body").doesNotExist());
        api(get("/api/events/e-1"), "").andExpect(jsonPath("$.repeats").value(2));
    }

    @Test
    void lookingChangesNothing() throws Exception {
        int before = rows.countAll();
        for (String page : List.of(
                "/received",
                "/received?q=820",
                "/received/e-1",
                "/received/e-2/replay",
                "/received/replay?outcome=refused")) {
            page(operator(), page).andExpect(status().isOk());
        }
        assertThat(rows.countAll()).isEqualTo(before);
    }

    @Test
    void whatSendersToldIsNeverRun() throws Exception {
        String script = "<script>alert('x')</script>";
        rows.event("e-9", script, script, null, "ignored", script, 9, false);
        rows.told("e-9", "{\"" + script + "\": {\"status\": \"" + script + "\"}}");
        for (String page : List.of("/received", "/received/e-9", "/received?q=" + script)) {
            page(operator(), page).andExpect(content().string(not(containsString("<script>"))));
        }
    }

    private static Matcher<String> shows(String event) {
        return containsString("id=\"event-" + event + "\"");
    }

    private void says(RequestPostProcessor somebody, String path, String words) throws Exception {
        page(somebody, path).andExpect(status().isOk()).andExpect(content().string(containsString(words)));
    }

    private ResultActions page(RequestPostProcessor somebody, String path) throws Exception {
        return web.perform(get(URI.create(
                        UriUtils.encodeQuery(path, StandardCharsets.UTF_8).replace("%25", "%")))
                .with(somebody));
    }

    private ResultActions send(RequestPostProcessor somebody, String path, String name, String value) throws Exception {
        return web.perform(post(path).param(name, value).with(somebody).with(csrf()));
    }

    private ResultActions api(MockHttpServletRequestBuilder request, String body) throws Exception {
        return web.perform(request.header("Authorization", "Bearer the-key")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
