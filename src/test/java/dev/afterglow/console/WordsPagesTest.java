package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class WordsPagesTest {

    private static final String HELLO = "/words/Greeting/hello";

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void oneOrder() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("o-1", "#1001", "c-1", "paid", false, 0);
        rows.line("o-1", 0, "Espresso machine", 1, "119.95");
    }

    @Test
    void everyMessageIsListedWithItsChannelsAndLanguagesAndWhatIsRefused() throws Exception {
        open("/words")
                .andExpect(content().string(containsString("Greeting")))
                .andExpect(content().string(containsString("Text message")))
                .andExpect(content().string(containsString("German")))
                .andExpect(content().string(containsString("greeting/messages/broken.email.en.md, line 8")))
                .andExpect(content().string(containsString("custmer")));
    }

    @Test
    void wordsAreShownAsAnybodyMadeUpWouldGetThem() throws Exception {
        open(HELLO + "?channel=email&locale=de&sample=first-order")
                .andExpect(content().string(containsString("Hallo Ada")))
                .andExpect(content().string(containsString("First order")))
                .andExpect(content().string(containsString("<iframe")))
                .andExpect(content().string(not(containsString("would be sent"))));
    }

    @Test
    void theFramedPageHasNoRights() throws Exception {
        open(HELLO + "/html?channel=email&locale=en&order=o-1")
                .andExpect(content().string(containsString("Espresso machine")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox;")))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"));
    }

    @Test
    void forARealOrderTheRulesGiveTheirVerdict() throws Exception {
        open(HELLO + "?order=o-1")
                .andExpect(content().string(containsString("Hello Ada")))
                .andExpect(content().string(containsString("1001@orders.example")))
                .andExpect(content().string(containsString("It would be sent now.")));
        rows.order("o-2", "#1002", "c-1", "cancelled", false, 5);
        open(HELLO + "?order=o-2")
                .andExpect(content().string(containsString("It would not be sent. The order was cancelled.")));
    }

    @Test
    void aReaderIsFoundByOrderNumberOrAddress() throws Exception {
        open(HELLO + "?q=1001").andExpect(content().string(containsString("Order #1001 · Ada Lovelace")));
        open(HELLO + "?q=ada@example.com")
                .andExpect(content().string(containsString("Ada Lovelace, without an order")));
        open(HELLO + "?q=zzz").andExpect(content().string(containsString("Nobody was found")));
    }

    @Test
    void aTextMessageSaysHowLongItIsAndWhatMakesItDear() throws Exception {
        open(HELLO + "?channel=sms&locale=en&order=o-1")
                .andExpect(content().string(containsString("class=\"bubble\"")))
                .andExpect(content().string(containsString("One holds 70.")))
                .andExpect(content().string(containsString("🎉")));
    }

    @Test
    void wordsThatAreWrongNameFileAndLine() throws Exception {
        open("/words/Greeting/broken")
                .andExpect(content().string(containsString("It cannot be written")))
                .andExpect(content().string(containsString("line 8")))
                .andExpect(content().string(not(containsString("<iframe"))));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : new String[] {
            "/words/Nothing/hello", "/words/Greeting/nothing", HELLO + "?order=0", HELLO + "?sample=nobody"
        }) {
            web.perform(get(path).with(staff())).andExpect(status().isNotFound());
        }
    }

    @Test
    void aTestOnlyGoesToAnAddressOfOneOfUs() throws Exception {
        open(HELLO + "?channel=email&locale=en")
                .andExpect(content().string(containsString("admin@shop.example")))
                .andExpect(content().string(not(containsString("+4915112345678"))));
        web.perform(send("somebody@else.example").with(csrf())).andExpect(status().isBadRequest());
        web.perform(send("admin@shop.example")).andExpect(status().isForbidden());
    }

    @Test
    void aTestSaysWhatTheChannelAnsweredAndLeavesNoTraceInTheLedger() throws Exception {
        var answered = web.perform(send("admin@shop.example").with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        assertThat(((Said) answered.getFlashMap().get("said")).sentence()).startsWith("Nothing left");
        assertThat(answered.getResponse().getRedirectedUrl()).contains("channel=email", "locale=en", "order=o-1");
        assertThat(rows.text("select count(*) from messages")).isEqualTo("0");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder send(String to) {
        return post(HELLO + "/test")
                .param("channel", "email")
                .param("locale", "en")
                .param("order", "o-1")
                .param("to", to)
                .with(staff());
    }

    private ResultActions open(String page) throws Exception {
        return web.perform(get(page).with(staff())).andExpect(status().isOk());
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
