package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.intake.providers.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private static final String ORDER = """
            {"id": 820982911946154508, "admin_graphql_api_id": "gid://shopify/Order/820982911946154508", "name": "#1001",
             "order_number": 1001, "email": "ada@example.com", "phone": "+44 20 7946 0000", "created_at":
             "2026-05-03T10:00:00+02:00", "financial_status": "paid", "currency": "EUR", "total_price": "129.90",
             "total_discounts": "0.00", "test": false, "note": "Please ring at Babbage's", "token": "b1946ac92492d2347c",
             "order_status_url": "https://shop.example/690933842/orders/b1946ac9/authenticate?key=imasecret",
             "browser_ip": "192.0.2.17", "landing_site": "/products/ada?ref=ada", "tags": "vip, Lovelace",
             "customer": {"id": 115310627314723954, "first_name": "Ada", "last_name": "Lovelace", "state": "enabled",
               "orders_count": 3, "total_spent": "199.00", "created_at": "2020-01-01T00:00:00Z", "phone": 442079460000},
             "billing_address": {"name": "Ada Lovelace", "address1": "12 St James's Square", "zip": "SW1Y 4JH",
               "city": "London", "country_code": "GB", "latitude": 51.5072, "company": "Analytical Engines"},
             "line_items": [{"id": 466157049, "title": "Espresso machine", "sku": "ESP-1", "quantity": 1,
               "price": "119.95", "properties": [{"name": "Engraving", "value": "For Ada"}]}],
             "note_attributes": [{"name": "Birthday", "value": "1815-12-10"}]}
            """;

    private static final List<String> PERSONAL = List.of(
            "Ada",
            "Lovelace",
            "ada@",
            "7946",
            "442079460000",
            "James",
            "SW1Y",
            "London",
            "51.5",
            "Analytical",
            "Engraving",
            "1815",
            "Babbage",
            "b1946ac9",
            "imasecret",
            "192.0.2",
            "vip");

    @Test
    void nothingThatIsAboutTheBuyerIsLeft() {
        assertThat(masked(ORDER)).doesNotContain(PERSONAL);
    }

    @Test
    void idsAmountsTimesAndWhatWasBoughtStayReadable() {
        assertThat(masked(ORDER))
                .contains("820982911946154508", "gid://shopify/Order/820982911946154508", "#1001", "115310627314723954")
                .contains("2026-05-03T10:00:00+02:00", "2020-01-01T00:00:00Z", "\"paid\"", "\"EUR\"", "\"GB\"")
                .contains("129.90", "119.95", "199.00", "\"orders_count\" : 3", "\"test\" : false")
                .contains("Espresso machine", "ESP-1", "466157049");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": \"Ada\"}",
                "{\"x\": {\"y\": [[\"Ada\"]]}}",
                "[\"Ada\"]",
                "{\"Ada Lovelace\": 1}",
                "{\"ada@example.com\": {\"id\": \"Ada\"}}",
                "{\"4915112345678\": true}",
                "{\"x\": 4915112345678}",
                "{\"x\": \"4915112345678\"}",
                "{\"number\": \"015112345678\"}",
                "{\"id\": \"ada@example.com\"}",
                "{\"id\": \"Ada\"}",
                "{\"user_id\": \"+4915112345678\"}",
                "{\"tax_id\": \"12345678901\"}",
                "{\"created_at\": \"by Ada\"}",
                "{\"birth_date\": \"1990-05-04\"}",
                "{\"x\": \"1990-05-04\"}",
                "{\"dateOfBirth\": \"1990-05-04\"}",
                "{\"status\": \"delivered to ada@example.com\"}",
                "{\"customer\": {\"status\": \"Ada\"}}",
                "{\"recipient\": {\"x\": 4911}}",
                "{\"amount\": \"Ada\"}",
                "{\"status\": \"Ada at the door\"}",
                "{\"items\": [{\"message\": \"Ada\"}]}",
                "{\"lines\": [\"Ada\"]}",
                "{\"items\": [{\"gift\": {\"title\": \"Ada\"}}]}",
                "{\"title\": \"Ada\"}",
                "{\"country\": \"Ada\"}",
                "{\"url\": \"https://ada.example/\"}",
                "{\"Telefon\": 49151}",
                "{\"naïve\": \"Ada\"}"
            })
    void inAShapeNobodyKnowsItIsSafeToo(String told) {
        assertThat(masked(told)).doesNotContainPattern("(?i)ada|4911|49151|1511|1990|12345");
    }

    @Test
    void valuesPutAnywhereUnderAnyUnknownNameNeverShow() {
        Random chance = new Random(5);
        List<String> secrets = List.of(
                "Zoë Ångström", "zoe@example.com", "+4915112345678", "0151 1234567", "Ring twice", "015112345678");
        for (int round = 0; round < 500; round++) {
            String told = somewhere(chance, secrets.get(chance.nextInt(secrets.size())), 0)
                    .toString();
            assertThat(masked(told)).as(told).doesNotContain(secrets);
        }
    }

    @Test
    void theStructureStays() throws IOException {
        JsonNode told = new ObjectMapper().readTree(ORDER);
        assertThat(paths(new ObjectMapper().readTree(masked(ORDER)))).isEqualTo(paths(told));
    }

    @Test
    void aFormIsReadAsOne() {
        assertThat(masked("webhook_id=17&name=Ada&total=9.90"))
                .contains("\"webhook_id\" : \"17\"", "9.90")
                .doesNotContain("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada wrote this", "<order><name>Ada</name></order>", "{\"name\": \"Ada\"", "\"Ada\"", "Ada"})
    void whatIsInNoKnownFormIsMaskedAsAWhole(String told) {
        assertThat(RawBody.masked(told)).isEqualTo(new RawBody(Mask.DOTS, false, false));
        assertThat(RawBody.open(told).text()).isEqualTo(told);
    }

    @Test
    void withoutTheMaskEveryWordIsThereAndNumbersAreExact() {
        assertThat(RawBody.open("{\"a\":\"Ada\",\"id\":92233720368547758070,\"total\":10.10}")
                        .text())
                .contains("\"Ada\"", "92233720368547758070", "10.10");
    }

    @Test
    void anIdThatIsAnAddressIsNoneToShow() {
        assertThat(Mask.overId("ada@example.com")).isEqualTo(Mask.DOTS);
        assertThat(Mask.overId("+4915112345678")).isEqualTo(Mask.DOTS);
        assertThat(Mask.overId("820982911946154508")).isEqualTo("820982911946154508");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shopify/go_order.json",
                "shopify/go_customer.json",
                "shopify/py_fulfillment.json",
                "shopify/py_refund.json",
                "woocommerce/orders_1.json",
                "aftership/ollie_tracking_delivered.json",
                "easypost/official_event-body.json"
            })
    void realPayloadsShowNoAddress(String fixture) {
        String masked = masked(new String(Fixtures.payload(fixture), StandardCharsets.UTF_8));
        assertThat(masked).doesNotContainPattern("[\\w.]+@[\\w.]+\\.\\w+").doesNotContainPattern("\\+\\d{7,}");
    }

    private static JsonNode somewhere(Random chance, String secret, int depth) {
        ObjectMapper json = new ObjectMapper();
        if (depth > 4 || chance.nextInt(4) == 0) {
            return json.getNodeFactory().textNode(secret);
        }
        if (chance.nextBoolean()) {
            ArrayNode array = json.createArrayNode();
            return array.add(somewhere(chance, secret, depth + 1));
        }
        List<String> names = List.of(
                "x", "status", "type", "id", "items", "title", "created_at", "number", "total", "data", "code", secret);
        ObjectNode object = json.createObjectNode();
        return object.set(names.get(chance.nextInt(names.size())), somewhere(chance, secret, depth + 1));
    }

    private static List<String> paths(JsonNode node) {
        List<String> paths = new ArrayList<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, List<String> into) {
        into.add(path);
        node.properties().forEach(entry -> collect(entry.getValue(), path + "/" + entry.getKey(), into));
        if (node.isArray()) {
            node.forEach(element -> collect(element, path + "/-", into));
        }
    }

    private static String masked(String told) {
        return RawBody.masked(told).text();
    }
}
