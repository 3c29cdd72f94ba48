package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.order.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs where the folder with real payloads is there; what matters of them is in the other tests, written by hand. */
class ShopifyRealPayloadsTest {

    @ParameterizedTest
    @CsvSource({
        "go_order.json, order, orders/updated, order.updated",
        "py_order.json, order, orders/paid, order.paid",
        "go_fulfillment.json, fulfillment, fulfillments/update, shipment.told",
        "py_fulfillment.json, fulfillment, fulfillments/create, shipment.told",
        "go_fulfillment_event.json, fulfillment_event, fulfillment_events/create, parcel.scanned",
        "py_fulfillment_event.json, fulfillment_event, fulfillment_events/create, parcel.scanned",
        "py_refund.json, refund, refunds/create, refund.told",
        "go_customer.json, customer, customers/update, customer.updated"
    })
    void whatShopifyReallySendsIsUnderstood(String file, String inside, String topic, String type) {
        Told told = told(file, inside, topic);
        assertThat(told.type()).isEqualTo(type);
        assertThat(told.subject()).isNotEmpty();
    }

    @Test
    void theRefundIsTwoLinesForTwoHundredAndNine() {
        var refund = ((Fact.Refunded) told("py_refund.json", "refund", "refunds/create")
                        .facts()
                        .getFirst())
                .refund();
        assertThat(refund.amount()).isEqualByComparingTo("209.00");
        assertThat(refund.lines()).hasSize(2);
    }

    @Test
    void theOrdersAddressAndLinesAreThere() {
        Order order = told("go_order.json", "order", "orders/create").order();
        assertThat(order.lines()).isNotEmpty();
        assertThat(order.shipTo()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty_object", "object", "invalid1", "invalid2", "ommited"})
    void propertiesOfEveryShapeAreTaken(String shape) {
        byte[] line = Fixtures.payload("shopify/go_orderlineitems_properties_" + shape + ".json");
        JsonNode properties = Json.read(line).path("properties");
        String body = "{\"id\": 1, \"line_items\": [{\"id\": 2, \"properties\": %s}]}"
                .formatted(properties.isMissingNode() ? "null" : properties);
        assertThat(Shopify.told("orders/create", body).order().gift()).isFalse();
    }

    private static Told told(String file, String inside, String topic) {
        JsonNode document = Json.read(Fixtures.payload("shopify/" + file));
        JsonNode resource = document.has(inside) ? document.get(inside) : document;
        return Shopify.told(topic, resource.toString());
    }
}
