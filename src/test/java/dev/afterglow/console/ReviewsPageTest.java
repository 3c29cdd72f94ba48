package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class ReviewsPageTest {

    private static final OffsetDateTime NOW = ConsoleSlice.NOW.atOffset(ZoneOffset.UTC);

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void somebodyIsNotContent() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        jdbc.sql("insert into review_requests (id, journey, business_key, order_id, customer_id, opened_at)"
                        + " values ('q-1', 'ReviewRequest', 'o-1', 'o-1', 'c-1', ?)")
                .param(NOW)
                .update();
        jdbc.sql("insert into review_invitations (id, request_id, position, product_id, product)"
                        + " values ('v-1', 'q-1', 1, '17', 'Espresso machine')")
                .update();
        jdbc.sql("insert into reviews (id, stars, body, author, language, state, revision, given_at, changed_at)"
                        + " values ('v-1', 1, 'It <b>leaks</b>', 'Ada L.', 'en', 'waiting', 2, ?, ?)")
                .params(NOW, NOW)
                .update();
    }

    @Test
    void whatWaitsIsReadWithoutItsStars() throws Exception {
        look().andExpect(content().string(containsString("It &lt;b&gt;leaks&lt;/b&gt;")))
                .andExpect(content().string(containsString("Espresso machine")))
                .andExpect(content().string(containsString("Signed")))
                .andExpect(content().string(containsString("changed by its author")))
                .andExpect(content().string(containsString("/orders/o-1")))
                .andExpect(content().string(containsString("Reviews (1)")))
                .andExpect(content().string(not(containsString("1 of 5"))));
    }

    @Test
    void publishedItIsShownWithItsStarsAndWhoDecided() throws Exception {
        does(post("/reviews/v-1/publish").param("revision", "2"));

        assertThat(state()).isEqualTo("published");
        look().andExpect(content().string(containsString("No review waits")))
                .andExpect(content().string(containsString("1 of 5")))
                .andExpect(content().string(containsString("by admin")));
    }

    @Test
    void itIsRefusedOnlyForOneOfTheReasonsThereAre() throws Exception {
        web.perform(post("/reviews/v-1/refuse")
                        .param("revision", "2")
                        .param("reason", "too-few-stars")
                        .with(Somebody.operator())
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        assertThat(state()).isEqualTo("waiting");

        does(post("/reviews/v-1/refuse").param("revision", "2").param("reason", "personal-data"));

        assertThat(state()).isEqualTo("refused");
        look().andExpect(content().string(containsString("Refused: It tells names, addresses")));
    }

    @Test
    void whatWasChangedMeanwhileHasToBeReadAgain() throws Exception {
        does(post("/reviews/v-1/publish").param("revision", "1"))
                .andExpect(flash().attribute("said", ReviewsPage.TOO_LATE));

        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void aDecisionCanBeTakenBack() throws Exception {
        does(post("/reviews/v-1/publish").param("revision", "2"));
        does(post("/reviews/v-1/undo"));

        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void whoOnlyReadsSeesWhatIsPublishedAndDecidesNothing() throws Exception {
        web.perform(get("/reviews").with(Somebody.reader()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Mask.DOTS)))
                .andExpect(content().string(not(containsString("leaks"))))
                .andExpect(content().string(not(containsString("Refuse it"))));
        web.perform(post("/reviews/v-1/publish")
                        .param("revision", "2")
                        .with(Somebody.reader())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void anEmptyPageSaysSoAndWhatIsNotThereIsNotFound() throws Exception {
        rows.none();
        look().andExpect(content().string(containsString("No review waits")));
        web.perform(post("/reviews/v-1/undo").with(Somebody.operator()).with(csrf()))
                .andExpect(status().isNotFound());
    }

    private ResultActions look() throws Exception {
        return web.perform(get("/reviews").with(Somebody.operator())).andExpect(status().isOk());
    }

    private ResultActions does(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(Somebody.operator()).with(csrf())).andExpect(redirectedUrl("/reviews"));
    }

    private String state() {
        return rows.text("select state from reviews");
    }
}
