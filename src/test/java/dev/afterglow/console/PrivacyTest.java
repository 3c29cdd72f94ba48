package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ConsoleTest
class PrivacyTest {

    private static final String CONFIRMATION = "To go on, type";

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void twoCustomers() {
        rows.none();
        customer("c-1", "ada@example.com", "Ada", "Lovelace", "o-1");
        customer("c-2", "grace@example.com", "Grace", "Hopper", "o-2");
    }

    @Test
    void anExportHoldsEverythingAboutThePersonAndNothingAboutAnother() throws Exception {
        JsonNode document = export("/api/customers/c-1/export");

        assertThat(document.path("format").asText()).isEqualTo("afterglow-person/1");
        assertThat(document.at("/person/email").asText()).isEqualTo("ada@example.com");
        assertThat(document.at("/orders/0/total").asText()).isEqualTo("129.90");
        assertThat(document.at("/orders/0/total").isTextual()).isTrue();
        assertThat(document.at("/orders/0/lines/0/unitPrice").asText()).isEqualTo("119.95");
        assertThat(document.at("/events/0/body").asText()).isEqualTo("{}");
        assertThat(document.at("/runs/0/journey").asText()).isEqualTo("ThankYou");
        assertThat(document.at("/runs/0/instanceKey").isTextual()).isTrue();
        assertThat(document.at("/messages/0/html").asText()).isEqualTo("<p>Hello</p>");
        assertThat(document.at("/messages/0/decidedAt").asText()).isEqualTo("2026-11-21T09:03:00Z");
        assertThat(document.toString()).doesNotContain("grace", "o-2", "erasedAt", "tokenHash", "leasedUntil");
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "format",
                        "exportedAt",
                        "customerId",
                        "person",
                        "identities",
                        "mergedIds",
                        "consents",
                        "preferences",
                        "birthday",
                        "birthdaysTold",
                        "orders",
                        "shipments",
                        "shippedLines",
                        "parcels",
                        "scans",
                        "promises",
                        "refunds",
                        "refundedLines",
                        "requests",
                        "cases",
                        "caseEntries",
                        "surveys",
                        "surveyLinks",
                        "answers",
                        "furtherAnswers",
                        "reviewRequests",
                        "reviewInvitations",
                        "reviewLinks",
                        "reviews",
                        "events",
                        "runs",
                        "messages",
                        "providerEvents",
                        "offers",
                        "letters",
                        "deliveries",
                        "links",
                        "suppressions");
    }

    @Test
    void aThousandMessagesAreHandedOutWhole() throws Exception {
        String html = "<p>" + "Grüße 😀 ".repeat(500) + "</p>";
        IntStream.range(0, 1000).forEach(i -> rows.message("m-x" + i, "o-1", "c-1", "accepted", null, html, 10));

        JsonNode document = export("/api/customers/c-1/export");

        assertThat(document.path("messages")).hasSize(1001);
        assertThat(document.at("/messages/1000/html").asText()).isEqualTo(html);
    }

    @Test
    void aCustomerIsFoundByEMailInAnyCase() throws Exception {
        web.perform(key(get("/api/customers").param("email", "ADA@example.com")))
                .andExpect(jsonPath("$.customers.length()").value(1))
                .andExpect(jsonPath("$.customers[0].id").value("c-1"))
                .andExpect(jsonPath("$.customers[0].lastName").value("Lovelace"));
        web.perform(key(get("/api/customers").param("email", "nobody@example.com")))
                .andExpect(content().json("{\"customers\": []}"));
    }

    @Test
    void nobodyIsToldAboutACustomerWhoIsNotThere() throws Exception {
        web.perform(key(get("/api/customers/c-9/export")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        web.perform(key(post("/api/customers/c-9/erasure"))).andExpect(status().isNotFound());
        web.perform(key(get("/api/customers/c-1/erasure"))).andExpect(status().isNotFound());
        web.perform(get("/api/customers/c-1/export")).andExpect(status().isUnauthorized());
        web.perform(post("/api/customers/c-1/erasure")).andExpect(status().isUnauthorized());
        assertThat(rows.text("select email from customers where id = 'c-1'")).isEqualTo("ada@example.com");
    }

    @Test
    void anErasureAnswersAReceiptWithoutAnythingPersonalAndTheSameOneTheSecondTime() throws Exception {
        String first = body(web.perform(key(post("/api/customers/c-1/erasure"))).andExpect(status().isOk()));

        assertThat(body(web.perform(key(post("/api/customers/c-1/erasure"))))).isEqualTo(first);
        assertThat(body(web.perform(key(get("/api/customers/c-1/erasure"))))).isEqualTo(first);
        assertThat(first).doesNotContainIgnoringCase("ada").doesNotContainIgnoringCase("lovelace");
        JsonNode receipt = new ObjectMapper().readTree(first);
        assertThat(receipt.path("askedBy").asText()).isEqualTo("api");
        assertThat(receipt.path("emailHash").asText()).hasSize(64);
        assertThat(receipt.path("complete").asBoolean()).isTrue();
        assertThat(receipt.at("/summary/suppressed").asInt()).isPositive();
        assertThat(receipt.at("/summary/tables").findValuesAsText("table")).contains("customers", "orders", "messages");
        assertThat(receipt.at("/summary/tables/0/rows").asInt()).isEqualTo(1);
    }

    @Test
    void anErasureLeavesTheBooksAndTheOtherCustomerAlone() throws Exception {
        String others = others();
        web.perform(key(post("/api/customers/c-1/erasure"))).andExpect(status().isOk());

        assertThat(others()).isEqualTo(others);
        assertThat(rows.text("select total || ' ' || currency || ' ' || number from orders where id = 'o-1'"))
                .isEqualTo("129.9000 EUR #1001");
        assertThat(rows.text("select title || ' ' || unit_price from order_lines where order_id = 'o-1'"))
                .isEqualTo("Espresso machine 119.9500");
        assertThat(rows.text("select coalesce(email, '-') from orders where id = 'o-1'"))
                .isEqualTo("-");
        assertThat(rows.text("select coalesce(variant, '-') from order_lines where order_id = 'o-1'"))
                .isEqualTo("-");
        web.perform(key(get("/api/customers/c-1/export"))).andExpect(status().isGone());
        web.perform(key(get("/api/customers").param("email", "ada@example.com")))
                .andExpect(content().json("{\"customers\": []}"));
    }

    @Test
    void anAddressThatAnotherCustomerHasTooIsNotSuppressed() throws Exception {
        rows.customer("c-3", "ada@example.com", "Augusta", "King");
        web.perform(key(post("/api/customers/c-1/erasure"))).andExpect(status().isOk());

        assertThat(rows.text("select count(*) from suppressions where lifted_at is null"))
                .isEqualTo("1");
    }

    @Test
    void staffDownloadTheExportFromTheCustomersPage() throws Exception {
        page("/customers/c-1").andExpect(content().string(containsString("/customers/c-1/export")));
        page("/customers/c-1/export")
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"c-1.json\""))
                .andExpect(jsonPath("$.person.firstName").value("Ada"));
    }

    @Test
    void staffEraseInASecondStepByTypingWhoItIs() throws Exception {
        page("/customers/c-1/erasure")
                .andExpect(content().string(containsString(CONFIRMATION)))
                .andExpect(content().string(containsString("ada@example.com")));
        confirm("grace@example.com").andExpect(redirectedUrl("/customers/c-1/erasure"));
        confirm("").andExpect(redirectedUrl("/customers/c-1/erasure"));
        assertThat(rows.text("select email from customers where id = 'c-1'")).isEqualTo("ada@example.com");

        confirm(" ADA lovelace ").andExpect(redirectedUrl("/customers/c-1"));

        assertThat(rows.text("select coalesce(email, '-') from customers where id = 'c-1'"))
                .isEqualTo("-");
        page("/customers/c-1")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Erased customer")))
                .andExpect(content().string(containsString(">admin<")))
                .andExpect(content().string(not(containsString("Lovelace"))));
        page("/customers/c-1/erasure").andExpect(redirectedUrl("/customers/c-1"));
        page("/orders/o-1").andExpect(status().isOk());
    }

    @Test
    void withoutAFormOfOursOrASignInNothingIsErased() throws Exception {
        web.perform(post("/customers/c-1/erasure")
                        .param("confirm", "ada@example.com")
                        .with(staff()))
                .andExpect(status().isForbidden());
        web.perform(post("/customers/c-1/erasure")
                        .param("confirm", "ada@example.com")
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        page("/customers/c-1/erasure?confirm=ada@example.com").andExpect(status().isOk());
        assertThat(rows.text("select email from customers where id = 'c-1'")).isEqualTo("ada@example.com");
    }

    private void customer(String id, String email, String first, String last, String order) {
        rows.customer(id, email, first, last);
        rows.order(order, "#100" + order.substring(2), id, "paid", false, 0);
        rows.line(order, 0, "Espresso machine", 1, "119.95");
        rows.event("e-" + order, "order.paid", order, id, "accepted", null, 1, true);
        rows.run("r-" + order, order, id, "ended", null, 2);
        rows.message("m-" + order, order, id, "accepted", null, "<p>Hello</p>", 3);
    }

    private String others() {
        return rows.text("select c.email || c.first_name || o.email || e.body || m.html || m.recipient from customers c"
                + " join orders o on o.customer_id = c.id join events e on e.customer_id = c.id"
                + " join messages m on m.customer_id = c.id where c.id = 'c-2'");
    }

    private JsonNode export(String path) throws Exception {
        return new ObjectMapper().readTree(body(web.perform(key(get(path))).andExpect(status().isOk())));
    }

    private ResultActions confirm(String text) throws Exception {
        return web.perform(post("/customers/c-1/erasure")
                .param("confirm", text)
                .with(staff())
                .with(csrf()));
    }

    private ResultActions page(String path) throws Exception {
        return web.perform(get(path).with(staff()));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder key(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer the-key");
    }

    private static RequestPostProcessor staff() {
        return Somebody.operator();
    }
}
