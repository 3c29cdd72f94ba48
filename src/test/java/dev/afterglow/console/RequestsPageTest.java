package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.privacy.Asking;
import dev.afterglow.privacy.PrivacyRequest;
import dev.afterglow.privacy.PrivacyRequests;
import dev.afterglow.privacy.TakingRequests;
import dev.afterglow.shop.ShopKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class RequestsPageTest {

    private static final String SHOP = "shopify:blue.example";

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    TakingRequests taking;

    @Autowired
    PrivacyRequests requests;

    @BeforeEach
    void nothingWasAskedFor() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
    }

    @Test
    void whereNothingWasAskedForThePageSaysWhatItIsFor() throws Exception {
        page().andExpect(content().string(containsString("Nothing was asked for")));
    }

    @Test
    void somebodyHandsOutWhatACustomerAskedForAndSaysSo() throws Exception {
        taking.export(asking("1"), List.of("c-1"));
        page().andExpect(content().string(containsString("/customers/c-1/export")))
                .andExpect(content().string(containsString("waits for you")))
                .andExpect(content().string(containsString("21 Dec 2026")));

        assertThat(answer("/requests/" + only().id() + "/done", "")).contains("on record");
        assertThat(only().doneBy()).isEqualTo("admin");
        assertThat(answer("/requests/" + only().id() + "/done", "")).contains("before");
        page().andExpect(content().string(not(containsString("I have handed it out"))));
    }

    @Test
    void whoOnlyReadsSeesTheRequestAndCanDoNothing() throws Exception {
        taking.export(asking("1"), List.of("c-1"));
        web.perform(get("/requests").with(Somebody.reader()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("waits for you")))
                .andExpect(content().string(not(containsString("I have handed it out"))));
        web.perform(post("/requests/" + only().id() + "/done")
                        .with(Somebody.reader())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(only().state()).isEqualTo(PrivacyRequest.State.WAITING);
    }

    @Test
    void aShopIsErasedOnlyWhenItsNameWasTyped() throws Exception {
        taking.eraseShop(asking("1"), false);
        page().andExpect(content().string(containsString("Leave everybody")));

        assertThat(answer("/requests/" + only().id() + "/erasure", "shopify:red.example"))
                .contains("Nobody was erased");
        assertThat(only().state()).isEqualTo(PrivacyRequest.State.WAITING);
        assertThat(answer("/requests/" + only().id() + "/erasure", " Shopify:blue.example "))
                .contains("It has begun");
        assertThat(only().state()).isNotEqualTo(PrivacyRequest.State.WAITING);
    }

    @Test
    void anUnknownRequestChangesNothing() throws Exception {
        web.perform(post("/requests/r-0/done").with(Somebody.operator()).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private static Asking asking(String id) {
        return new Asking(SHOP, ShopKey.MAIN, id, ConsoleSlice.NOW);
    }

    private PrivacyRequest only() {
        return requests.latest(10).getFirst();
    }

    private ResultActions page() throws Exception {
        return web.perform(get("/requests").with(Somebody.operator())).andExpect(status().isOk());
    }

    private String answer(String path, String confirm) throws Exception {
        var answered = web.perform(post(path)
                        .param("confirm", confirm)
                        .with(Somebody.operator())
                        .with(csrf()))
                .andExpect(redirectedUrl("/requests"))
                .andReturn();
        return ((Said) answered.getFlashMap().get("said")).sentence();
    }
}
