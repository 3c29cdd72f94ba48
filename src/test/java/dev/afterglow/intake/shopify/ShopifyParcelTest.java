package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Told;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyParcelTest {

    private static final Instant AT = Instant.parse("2026-05-11T08:00:00Z");

    @Test
    void aFulfilmentIsAShipmentOfItsLines() {
        Told told = fulfilment("\"tracking_company\": \"DHL\", \"tracking_numbers\": [\"JJD1\"], "
                + "\"tracking_urls\": [\"https://track.example/JJD1\"]");

        assertThat(told.type()).isEqualTo("shipment.told");
        assertThat(told.subject()).isEqualTo("450789469000000001");
        assertThat(told.facts())
                .containsExactly(new Fact.Shipped(new Shipment(
                        "255858046000000001",
                        "450789469000000001",
                        AT,
                        false,
                        List.of(new Shipment.Line("466157049", 2)),
                        List.of(new Shipment.Label("DHL", "JJD1", "https://track.example/JJD1")))));
    }

    @Test
    void eachTrackingNumberIsAParcelAndAnAddressNobodyCanAssignStaysWithTheFirst() {
        assertThat(labels("\"tracking_numbers\": [\"A\", \"B\"], \"tracking_urls\": [\"https://a\", \"https://b\"]"))
                .containsExactly(
                        new Shipment.Label(null, "A", "https://a"), new Shipment.Label(null, "B", "https://b"));
        assertThat(labels("\"tracking_numbers\": [\"A\", \"B\"], \"tracking_url\": \"https://a\""))
                .containsExactly(new Shipment.Label(null, "A", "https://a"), new Shipment.Label(null, "B", null));
        assertThat(labels("\"tracking_numbers\": [\"A\"], \"tracking_urls\": [\"https://a\", \"https://b\"]"))
                .containsExactly(new Shipment.Label(null, "A", "https://a"));
    }

    @Test
    void numbersThatAreEmptyTwiceThereOrNumericDoNoHarm() {
        assertThat(labels("\"tracking_numbers\": [\"\", null, 92055, \"A\", \"A\"]"))
                .extracting(Shipment.Label::number)
                .containsExactly("92055", "A");
        assertThat(labels("\"tracking_number\": \"OLD\""))
                .extracting(Shipment.Label::number)
                .containsExactly("OLD");
        assertThat(labels("\"tracking_number\": null, \"tracking_numbers\": []"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "open"})
    void whatIsOnlyBeingPreparedHasNotLeft(String status) {
        assertThat(fulfilment("\"status\": \"" + status + "\"").facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "error", "failure"})
    void whatDoesNotLeaveAfterAllIsCancelledAndWasNotSeen(String status) {
        Told told = fulfilment("\"status\": \"" + status + "\", \"shipment_status\": \"in_transit\"");
        assertThat(told.facts())
                .singleElement()
                .satisfies(fact ->
                        assertThat(((Fact.Shipped) fact).shipment().cancelled()).isTrue());
    }

    @Test
    void whatNeedsNoShippingIsInNoParcel() {
        assertThat(fulfilment("\"line_items\": [{\"id\": 1, \"quantity\": 1, \"requires_shipping\": false}]")
                        .facts())
                .isEmpty();
        Told mixed = fulfilment("\"line_items\": [{\"id\": 1, \"quantity\": 1, \"requires_shipping\": false}, "
                + "{\"id\": 2, \"quantity\": 1, \"requires_shipping\": true}]");
        assertThat(((Fact.Shipped) mixed.facts().getFirst()).shipment().lines())
                .containsExactly(new Shipment.Line("2", 1));
    }

    @Test
    void aFulfilmentTellsWhereItsParcelIsButNoStepBack() {
        assertThat(scans(fulfilment("\"shipment_status\": \"delivered\"")))
                .containsExactly(new Scan(ParcelStatus.DELIVERED, AT));
        assertThat(scans(fulfilment("\"shipment_status\": \"attempted_delivery\"")))
                .as("when that was is told by the event")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "label_printed, PENDING",
        "label_purchased, PENDING",
        "confirmed, PENDING",
        "carrier_picked_up, PICKED_UP",
        "in_transit, IN_TRANSIT",
        "delayed, DELIVERY_DELAYED",
        "out_for_delivery, OUT_FOR_DELIVERY",
        "attempted_delivery, DELIVERY_FAILED",
        "ready_for_pickup, READY_FOR_PICKUP",
        "picked_up, DELIVERED",
        "delivered, DELIVERED"
    })
    void anEventIsAScanAtItsOwnTime(String word, ParcelStatus status) {
        Told told = event("\"status\": \"" + word + "\", \"city\": \"Graz\"");

        assertThat(told.type()).isEqualTo("parcel.scanned");
        assertThat(told.facts()).singleElement().satisfies(fact -> {
            Fact.Scanned scanned = (Fact.Scanned) fact;
            assertThat(scanned.parcel())
                    .isEqualTo(new ParcelName.OfShipment("255858046000000001", "450789469000000001"));
            assertThat(scanned.scan().status()).isEqualTo(status);
            assertThat(scanned.scan().at()).isEqualTo(Instant.parse("2026-05-12T16:30:00Z"));
            assertThat(scanned.scan().place()).isEqualTo("Graz");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure", "a word of tomorrow"})
    void whatSaysNothingAboutTheParcelIsKeptAsAReportOnly(String word) {
        Told told = event("\"status\": \"" + word + "\"");
        assertThat(told.type()).isEqualTo("parcel.scanned");
        assertThat(told.facts()).isEmpty();
    }

    @Test
    void theDayThatIsExpectedIsTheDayThatStandsThere() {
        assertThat(event("\"status\": \"in_transit\", \"estimated_delivery_at\": \"2026-05-14T23:30:00-05:00\"")
                        .facts())
                .contains(new Fact.Promised(
                        new ParcelName.OfShipment("255858046000000001", "450789469000000001"),
                        new Promise(LocalDate.parse("2026-05-14"), Instant.parse("2026-05-12T16:31:00Z"))));
        assertThat(event("\"status\": \"in_transit\", \"estimated_delivery_at\": \"some day soon\"")
                        .facts())
                .hasOnlyElementsOfType(Fact.Scanned.class);
    }

    private static List<Shipment.Label> labels(String fields) {
        return ((Fact.Shipped) fulfilment(fields).facts().getFirst()).shipment().labels();
    }

    private static List<Scan> scans(Told told) {
        return told.facts().stream()
                .filter(Fact.Scanned.class::isInstance)
                .map(fact -> ((Fact.Scanned) fact).scan())
                .toList();
    }

    private static Told fulfilment(String fields) {
        return Shopify.told("fulfillments/update", """
                {"id": 255858046000000001, "order_id": 450789469000000001, "status": "success",
                 "created_at": "2026-05-11T07:00:00Z", "updated_at": "2026-05-11T08:00:00Z",
                 "line_items": [{"id": 466157049, "quantity": 2, "requires_shipping": true}], %s}
                """.formatted(fields));
    }

    private static Told event(String fields) {
        return Shopify.told("fulfillment_events/create", """
                {"id": 944956393, "fulfillment_id": 255858046000000001, "order_id": 450789469000000001,
                 "happened_at": "2026-05-12T11:30:00-05:00", "updated_at": "2026-05-12T11:31:00-05:00",
                 "estimated_delivery_at": null, %s}
                """.formatted(fields));
    }
}
