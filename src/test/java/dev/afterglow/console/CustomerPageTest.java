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

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.shop.ShopKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class CustomerPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    Consents consents;

    @Autowired
    Customers customers;

    @Autowired
    Suppressions suppressions;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void ada() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
    }

    @Test
    void whoNeverSaidAnythingGetsServiceMessagesOnly() throws Exception {
        page().andExpect(content().string(containsString("They never said anything about messages.")))
                .andExpect(content().string(not(containsString("Proof"))));
    }

    @Test
    void whatWasSaidIsShownWithItsProof() throws Exception {
        said(Consent.State.GIVEN, "Yes, <b>write</b> to me", 1);
        said(Consent.State.WITHDRAWN, null, 2);
        page().andExpect(content().string(containsString("Offers by e-mail")))
                .andExpect(content().string(containsString("does not want it")))
                .andExpect(content().string(containsString("Yes, &lt;b&gt;write&lt;/b&gt; to me")))
                .andExpect(content().string(containsString("preference-page")))
                .andExpect(content().string(containsString("21 Nov 2026, 10:01")));
    }

    @Test
    void whatWasChosenIsShownInSentences() throws Exception {
        customers.prefer("c-1", new Preferences("de", true, Rows.minute(60 * 48), Set.of("sms")));
        page().andExpect(content().string(containsString("To be written to in German.")))
                .andExpect(content().string(containsString("Fewer messages.")))
                .andExpect(content().string(containsString("No marketing before 23 Nov 2026, 10:00.")))
                .andExpect(content().string(containsString("No marketing by text message.")));
    }

    @Test
    void anAddressThatIsLeftInPeaceIsWrittenToAgainOnlyForAReason() throws Exception {
        suppressions.suppress("email", "ada@example.com", Suppression.HARD_BOUNCE, "ses");
        page().andExpect(content().string(containsString("Nothing is sent to ada@example.com by e-mail")))
                .andExpect(content().string(containsString("The address does not exist.")));
        assertThat(lift("email", " ")).contains("say why");
        assertThat(suppressions.find(ShopKey.MAIN, "email", "ada@example.com")).isPresent();
        assertThat(lift("email", "She called and spelled it")).contains("messages go there again");
        assertThat(suppressions.find(ShopKey.MAIN, "email", "ada@example.com")).isEmpty();
        assertThat(rows.text("select max(lifted_by) from suppressions")).isEqualTo("admin: She called and spelled it");
        assertThat(lift("email", "Once more")).contains("may be written to already");
    }

    @Test
    void whatIsNotThereIsNotLifted() throws Exception {
        for (String path :
                new String[] {"/customers/c-1/suppressions/sms/lift", "/customers/c-0/suppressions/email/lift"}) {
            web.perform(post(path).param("reason", "Because").with(staff()).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        web.perform(post("/customers/c-1/suppressions/email/lift")
                        .param("reason", "Because")
                        .with(staff()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCodeIsShownWholeOnlyToThoseWhoMayActForTheCustomer() throws Exception {
        jdbc.update("delete from offers");
        jdbc.update(
                "insert into offers (id, shop, code, name, journey, business_key, step, customer_id, percent, currency,"
                        + " minimum, state, issued_at, expires_on, expires_at) values ('o-1', '', '7K2M94QXB3TD',"
                        + " 'birthday', 'BirthdayOffer', 'e-1', 'Task_IssueCode', 'c-1', 15, 'EUR', 30, 'issued', ?, ?, ?)",
                Rows.minute(0).atOffset(ZoneOffset.UTC),
                LocalDate.of(2026, 12, 21),
                Rows.minute(60 * 24 * 30).atOffset(ZoneOffset.UTC));

        page().andExpect(content().string(containsString("7K2M-94QX-B3TD")))
                .andExpect(content().string(containsString("15 % off from €30.00")))
                .andExpect(content().string(containsString("can be redeemed")))
                .andExpect(content().string(containsString("2026-12-21")));
        web.perform(get("/customers/c-1").with(Somebody.reader()))
                .andExpect(content().string(containsString("····-····-B3TD")))
                .andExpect(content().string(not(containsString("7K2M"))));
        jdbc.update("delete from offers");
    }

    private void said(Consent.State state, String wording, int minute) {
        consents.record(
                "c-1",
                new Consent("email", Topic.OFFERS, state, "preference-page", wording, "form 7", Rows.minute(minute)));
    }

    private ResultActions page() throws Exception {
        return web.perform(get("/customers/c-1").with(staff())).andExpect(status().isOk());
    }

    private String lift(String channel, String reason) throws Exception {
        var answered = web.perform(post("/customers/c-1/suppressions/" + channel + "/lift")
                        .param("reason", reason)
                        .with(staff())
                        .with(csrf()))
                .andExpect(redirectedUrl("/customers/c-1"))
                .andReturn();
        return ((Said) answered.getFlashMap().get("said")).sentence();
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
