package dev.afterglow.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of staff who look after two shops. */
@ConsoleTest
@TestPropertySource(properties = {"afterglow.shop.name=Beans", "afterglow.shops.blue.name=Blue"})
class TwoShopsPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void oneOrderEach() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("17", "#Beans17", "c-1", "paid", false, 10);
        rows.order("blue/17", "#Blue17", null, "paid", false, 20);
        rows.order("blueberry", "#Beans18", null, "paid", false, 30);
    }

    @Test
    void theListNamesEachOrdersShop() throws Exception {
        open("/")
                .andExpect(content().string(containsString(">Shop</th>")))
                .andExpect(content().string(containsString(">Beans</td>")))
                .andExpect(content().string(containsString(">Blue</td>")));
    }

    @Test
    void theListShowsOneShopsOrders() throws Exception {
        open("/?shop=blue")
                .andExpect(content().string(containsString(">#Blue17<")))
                .andExpect(content().string(not(containsString(">#Beans1"))));
        open("/?shop=-")
                .andExpect(content().string(containsString(">#Beans17<")))
                .andExpect(content().string(containsString(">#Beans18<")))
                .andExpect(content().string(not(containsString(">#Blue17<"))));
        open("/?shop=blue&q=%23beans").andExpect(content().string(containsString("No order found")));
    }

    @Test
    void aShopThatIsNoneLimitsNothingAndEndsInNoStatement() throws Exception {
        for (String none : new String[] {"green", "' or 1=1 --", "%", "Blue"}) {
            web.perform(get("/").param("shop", none).with(Somebody.reader()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(">#Blue17<")))
                    .andExpect(content().string(containsString(">#Beans17<")));
        }
    }

    @Test
    void orderAndCustomerSayWhoseTheyAre() throws Exception {
        open("/orders/blue/17").andExpect(content().string(containsString("Blue, ")));
        open("/orders/17").andExpect(content().string(containsString("Beans, ")));
        open("/customers/c-1").andExpect(content().string(containsString(">Beans</dd>")));
    }

    private ResultActions open(String page) throws Exception {
        return web.perform(get(URI.create(page)).with(Somebody.reader())).andExpect(status().isOk());
    }
}
