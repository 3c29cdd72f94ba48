package dev.afterglow.access;

import static dev.afterglow.console.Somebody.operator;
import static dev.afterglow.console.Somebody.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.console.ConsoleTest;
import dev.afterglow.console.Rows;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class RolesTest {

    private static final String[] CHANGES = {
        "/uncertain/m-1",
        "/letters/m-1/done",
        "/letters/m-1/skip",
        "/webhooks/endpoints/crm/enable",
        "/webhooks/endpoints/crm/replay",
        "/webhooks/deliveries/d-1/replay",
        "/customers/c-1/suppressions/email/lift",
        "/customers/c-1/erasure",
        "/anything/new"
    };

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Autowired
    SignInAttempts attempts;

    @BeforeEach
    void aCustomer() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.delivery("d-1", "crm", "given-up", 9, "status 500", 0);
        rows.letter("m-1", "c-1", "A card", 0);
    }

    @AfterEach
    void forget() {
        attempts.forgive("127.0.0.1");
    }

    @Test
    void theUserOfTheSettingsIsAnOperator() throws Exception {
        web.perform(post("/login").with(csrf()).param("username", "admin").param("password", "a good password"))
                .andExpect(authenticated().withAuthorities(AuthorityUtils.createAuthorityList("STAFF", "OPERATOR")));
    }

    @Test
    void othersSignInWithTheirOwnPasswordAndRole() throws Exception {
        web.perform(post("/login").with(csrf()).param("username", "rita").param("password", "reads only"))
                .andExpect(authenticated().withAuthorities(AuthorityUtils.createAuthorityList("STAFF")));
        web.perform(post("/login").with(csrf()).param("username", "rita").param("password", "a good password"))
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void whoReadsChangesNothing() throws Exception {
        int before = rows.countAll();
        for (String change : CHANGES) {
            web.perform(post(change).with(reader()).with(csrf()).param("reason", "because"))
                    .andExpect(status().isForbidden());
        }
        assertThat(rows.countAll()).isEqualTo(before);
        assertThat(rows.text("select status from webhook_deliveries where id = 'd-1'"))
                .isEqualTo("given-up");
        assertThat(rows.text("select status from letters where message_id = 'm-1'"))
                .isEqualTo("waiting");
    }

    @Test
    void whoReadsCannotTakeAwayAllThatIsKnownOfAPerson() throws Exception {
        for (String page : List.of("/customers/c-1/export", "/customers/c-1/erasure")) {
            web.perform(get(page).with(reader())).andExpect(status().isForbidden());
            web.perform(get(page).with(operator())).andExpect(status().isOk());
        }
    }

    @Test
    void whoReadsSeesNoButtonThatWouldBeRefused() throws Exception {
        for (String page : List.of("/webhooks", "/letters", "/customers/c-1")) {
            web.perform(get(page).with(reader()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/replay"))))
                    .andExpect(content().string(not(containsString("/done"))))
                    .andExpect(content().string(not(containsString("/erasure"))));
        }
        web.perform(get("/webhooks").with(operator())).andExpect(content().string(containsString("/replay")));
        web.perform(get("/letters").with(operator())).andExpect(content().string(containsString("/done")));
        web.perform(get("/customers/c-1").with(operator())).andExpect(content().string(containsString("/erasure")));
    }

    @Test
    void nobodyMayBeNamedTwiceOrBeWithoutAPassword() {
        refused("people.admin.password=another", "a second time");
        refused("people.rita.role=staff", "password");
        refused("people.rita.password=" + "ä".repeat(37), "72 bytes");
        refused("people.rita.role=emperor", "emperor");
    }

    private static void refused(String setting, String because) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, ValidationAutoConfiguration.class)
                .withPropertyValues("afterglow.console.password=x", "afterglow.console." + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasStackTraceContaining(because));
    }

    @EnableConfigurationProperties(AccessSettings.class)
    static class Settings {}
}
