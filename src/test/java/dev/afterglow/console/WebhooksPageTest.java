package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class WebhooksPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void threeDeliveries() {
        rows.none();
        rows.delivery("d-1", "crm", "delivered", 1, null, 0);
        rows.delivery("d-2", "warehouse", "given-up", 9, "status 500", 10);
        rows.delivery("d-3", "warehouse", "waiting", 2, "no answer", 120);
        rows.endpointInTrouble("warehouse", 20, "failed for five days");
    }

    @Test
    void endpointsSayWhetherTheyWorkAndDeliveriesWhatBecameOfThem() throws Exception {
        page().andExpect(content().string(containsString("disabled: failed for five days")))
                .andExpect(content().string(containsString("works")))
                .andExpect(content().string(containsString("Given up: status 500")))
                .andExpect(content().string(containsString("On its way: no answer")))
                .andExpect(content().string(containsString("/messages/message-of-d-2")));
    }

    @Test
    void anEnabledEndpointGetsWhatWaits() throws Exception {
        assertThat(answer("/webhooks/endpoints/warehouse/enable", "")).startsWith("warehouse is enabled");
        assertThat(rows.text("select count(*) from webhook_endpoints where disabled_at is not null"))
                .isEqualTo("0");
        assertThat(answer("/webhooks/endpoints/warehouse/enable", "")).startsWith("Nothing was changed");
    }

    @Test
    void oneIsSentAgain() throws Exception {
        assertThat(answer("/webhooks/deliveries/d-1/replay", "")).contains("leaves again");
        assertThat(rows.text("select status from webhook_deliveries where id = 'd-1'"))
                .isEqualTo("waiting");
    }

    @Test
    void everythingSinceAMomentInTheShopsTimeIsSentAgain() throws Exception {
        assertThat(answer("/webhooks/endpoints/warehouse/replay", "2026-11-21T10:15"))
                .startsWith("One leaves again");
        assertThat(rows.text("select status from webhook_deliveries where id = 'd-2'"))
                .isEqualTo("given-up");
        assertThat(answer("/webhooks/endpoints/warehouse/replay", "2026-11-21T10:00"))
                .startsWith("2 leave again");
        assertThat(answer("/webhooks/endpoints/crm/replay", "2026-12-24T10:00")).startsWith("Nothing was written");
        assertThat(answer("/webhooks/endpoints/crm/replay", "yesterday")).startsWith("Nothing was done");
    }

    @Test
    void anUnknownDeliveryOrAStrangerChangesNothing() throws Exception {
        web.perform(post("/webhooks/deliveries/d-0/replay").with(staff()).with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/webhooks/deliveries/d-2/replay").with(staff())).andExpect(status().isForbidden());
        assertThat(rows.text("select status from webhook_deliveries where id = 'd-2'"))
                .isEqualTo("given-up");
    }

    @Test
    void whereNothingWasSentThePageSaysHow() throws Exception {
        rows.none();
        page().andExpect(content().string(containsString("Nothing was sent to a program yet")));
    }

    private ResultActions page() throws Exception {
        return web.perform(get("/webhooks").with(staff())).andExpect(status().isOk());
    }

    private String answer(String path, String since) throws Exception {
        var answered = web.perform(
                        post(path).param("since", since).with(staff()).with(csrf()))
                .andExpect(redirectedUrl("/webhooks"))
                .andReturn();
        return ((Said) answered.getFlashMap().get("said")).sentence();
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
