package dev.afterglow.console;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class ReadApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void oneOrder() {
        rows.none();
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.order("820982911946154508", "#1001", "c-1", "paid", false, 0);
        rows.line("820982911946154508", 0, "Espresso machine", 1, "119.95");
        rows.event("e-1", "order.paid", "820982911946154508", "c-1", "accepted", null, 1, true);
        rows.journey("ThankYou", 1, "Thank you");
        rows.run("r-1", "820982911946154508", "c-1", "ended", null, 2);
        rows.message("m-1", "820982911946154508", "c-1", "accepted", null, "<h1>Thank you, Ada</h1>", 3);
    }

    @Test
    void anOrderIsToldWithItsCustomerLinesAndRuns() throws Exception {
        ask("/api/orders/820982911946154508")
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"id": "820982911946154508", "number": "#1001", "shop": "shop.example", "status": "paid",
                         "test": false,
                         "customer": {"id": "c-1", "email": "ada@example.com", "firstName": "Ada",
                                      "lastName": "Lovelace", "locale": "en-GB"},
                         "currency": "EUR", "total": "129.90", "refunded": null, "placedAt": "2026-11-21T09:00:00Z",
                         "paidAt": "2026-11-21T09:01:00Z", "cancelledAt": null, "delivered": false,
                         "lines": [{"id": "line-0", "productId": "product-0", "sku": "SKU-0",
                                    "title": "Espresso machine", "variant": "Black", "quantity": 1,
                                    "unitPrice": "119.95", "deliveredAt": null, "returnedAt": null}],
                         "parcels": [], "refunds": [],
                         "runs": [{"journey": "ThankYou", "version": 1, "state": "ended",
                                   "enteredAt": "2026-11-21T09:02:00Z", "endedAt": "2026-11-21T09:03:00Z",
                                   "reason": null}]}
                        """, org.springframework.test.json.JsonCompareMode.STRICT));
    }

    @Test
    void anOrderIdMayHoldDotsSpacesPercentSignsAndLetters() throws Exception {
        for (String id : new String[] {"2026.11.json", "A 1", "50%", "Größe-7", "a+b&c?d#e"}) {
            rows.order(id, id, null, "created", false, 5);
            web.perform(get("/api/orders/{id}", id).header("Authorization", "Bearer the-key"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.id").value(id))
                    .andExpect(jsonPath("$.customer").value((Object) null));
        }
    }

    @Test
    void anUnknownOrderIsAProblemThatNamesIt() throws Exception {
        ask("/api/orders/4711")
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Not Found"))
                .andExpect(jsonPath("$.status").value(404))
                .andExpect(jsonPath("$.detail").value("No order with the id \"4711\" is known."))
                .andExpect(jsonPath("$.instance").value("/api/orders/4711"));
    }

    @Test
    void messagesAreListedByOrderAndByCustomer() throws Exception {
        String expected = """
                {"messages": [{"id": "m-1", "journey": "ThankYou", "step": "SendThankYou", "occasion": "",
                  "channel": "email", "purpose": "service", "template": "thank-you", "locale": "en",
                  "subject": "Thank you, Ada", "status": "accepted", "reason": null,
                  "decidedAt": "2026-11-21T09:03:00Z", "sentAt": "2026-11-21T09:03:00Z"}]}
                """;
        ask("/api/messages?order=820982911946154508").andExpect(content().json(expected));
        ask("/api/messages?customer=c-1").andExpect(content().json(expected));
        ask("/api/messages?order=4711")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"messages\": []}"));
    }

    @Test
    void eventsAreListedByOrderAndByCustomer() throws Exception {
        String expected = """
                {"events": [{"id": "e-1", "sender": "shopify:shop.example", "type": "order.paid",
                  "subject": "820982911946154508", "outcome": "accepted", "reason": null,
                  "occurredAt": "2026-11-21T09:01:00Z", "receivedAt": "2026-11-21T09:01:00Z",
                  "publishedAt": "2026-11-21T09:01:00Z"}]}
                """;
        ask("/api/events?order=820982911946154508").andExpect(content().json(expected));
        ask("/api/events?customer=c-1").andExpect(content().json(expected));
    }

    @Test
    void aListWantsExactlyOneOfOrderAndCustomer() throws Exception {
        for (String path : new String[] {
            "/api/messages",
            "/api/events",
            "/api/messages?order=1&customer=2",
            "/api/events?order=",
            "/api/messages?x=1"
        }) {
            ask(path)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail", containsString("\"order\"")))
                    .andExpect(jsonPath("$.detail", containsString("\"customer\"")));
        }
    }

    @Test
    void aRenderedMailIsToldAsItIsAndNothingInItRuns() throws Exception {
        ask("/api/messages/m-1/html")
                .andExpect(content().string("<h1>Thank you, Ada</h1>"))
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline';"
                                        + " frame-ancestors 'self'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        ask("/api/messages/m-1/text")
                .andExpect(content().string("Thank you, Ada – in plain words"))
                .andExpect(content().contentType("text/plain;charset=UTF-8"));
    }

    @Test
    void aMessageWithoutWordsHasNoBody() throws Exception {
        rows.message("m-2", "820982911946154508", "c-1", "silent", "order-cancelled", null, 4);
        for (String path : new String[] {"/api/messages/m-2/html", "/api/messages/m-2/text", "/api/messages/no/html"}) {
            ask(path)
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
    }

    @Test
    void journeysAreToldWithTheirFigures() throws Exception {
        rows.journey("ThankYou", 2, "Thank you");
        rows.journey("CareTips", 1, "Care tips");
        rows.run("r-2", "o-2", null, "running", null, 3);
        rows.run("r-3", "o-3", null, "declined", "test-order", 4);
        rows.edition("ThankYou", 2, "3f2a9c1b77", "118edac0aa");
        ask("/api/journeys").andExpect(content().json("""
                {"journeys": [
                  {"journey": "CareTips", "name": "Care tips", "version": 1, "deployedAt": "2026-11-21T09:00:00Z",
                   "started": 0, "running": 0, "ended": 0, "declined": 0, "editions": []},
                  {"journey": "ThankYou", "name": "Thank you", "version": 2, "deployedAt": "2026-11-21T09:00:00Z",
                   "started": 2, "running": 1, "ended": 1, "declined": 1, "editions": [
                     {"hash": "3f2a9c1b77", "version": 2, "revision": "118edac0aa", "changed": true,
                      "since": "2026-11-21T09:01:00Z", "newest": true, "kept": true, "started": 2, "running": 1}]}]}
                """, org.springframework.test.json.JsonCompareMode.STRICT));
    }

    private ResultActions ask(String path) throws Exception {
        return web.perform(withKey(get(path)));
    }

    private static MockHttpServletRequestBuilder withKey(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer the-key");
    }
}
