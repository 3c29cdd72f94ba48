package dev.afterglow.intake.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Incident;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    private static final Instant AT = Instant.parse("2026-05-12T11:00:00Z");

    private final Vocabulary vocabulary =
            new Vocabulary(ConsentSettings.NONE, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void aShipmentIsToldWithItsParcelsAndItsDay() {
        Told told = told("parcel.shipped", """
                {"orderId": 9007199254740993, "lines": [{"id": 1, "quantity": 2}, {"id": "2"}], "promise": "2026-05-14",
                 "parcels": [{"carrier": "DHL", "number": "00 34", "url": "https://carrier.example/0034"}]}
                """);

        assertThat(told.type()).isEqualTo("shipment.told");
        assertThat(told.order()).isNull();
        assertThat(told.customer()).isNull();
        assertThat(told.facts())
                .containsExactly(
                        new Fact.Shipped(new Shipment(
                                "x-1",
                                "9007199254740993",
                                AT,
                                false,
                                List.of(new Shipment.Line("1", 2), new Shipment.Line("2", 1)),
                                List.of(new Shipment.Label("DHL", "00 34", "https://carrier.example/0034")))),
                        new Fact.Promised(
                                new ParcelName.OfShipment("x-1", "9007199254740993"),
                                new Promise(LocalDate.of(2026, 5, 14), AT)));
    }

    @Test
    void aScanSaysWhereAParcelIsAndWhoseIncidentItIs() {
        Told told = told("parcel.scanned", """
                {"status": "delivery-failed", "incident": {"owner": "recipient", "reason": "not-home"},
                 "detail": "neighbour", "place": "Köln", "number": "00 34"}
                """);

        assertThat(told.type()).isEqualTo("parcel.scanned");
        assertThat(told.facts())
                .containsExactly(new Fact.Scanned(
                        new ParcelName.Numbered("0034"),
                        new Scan(
                                ParcelStatus.DELIVERY_FAILED,
                                AT,
                                new Incident(Incident.Owner.RECIPIENT, "not-home"),
                                "neighbour",
                                "Köln")));
    }

    @Test
    void theStatusMayBeTheType() {
        Arrays.stream(ParcelStatus.values())
                .filter(status -> status != ParcelStatus.UNKNOWN)
                .forEach(status -> {
                    Told told = told("parcel." + status.word(), "{}");
                    assertThat(told.type()).isEqualTo("parcel.scanned");
                    assertThat(told.facts())
                            .containsExactly(new Fact.Scanned(new ParcelName.Numbered("x-1"), new Scan(status, AT)));
                });
    }

    @Test
    void aParcelMayBeNamedByItsShipmentAndItsOrder() {
        assertThat(told("parcel.delivered", "{\"shipment\": 5, \"orderId\": \"o\"}")
                        .facts())
                .containsExactly(
                        new Fact.Scanned(new ParcelName.OfShipment("5", "o"), new Scan(ParcelStatus.DELIVERED, AT)));
        assertThatThrownBy(() -> told("parcel.delivered", "{\"shipment\": 5}"))
                .hasMessageContaining("/data/orderId is missing");
    }

    @Test
    void aRefundIsToldWithItsGoods() {
        Told told = told("order.refunded", """
                {"refundId": 7, "amount": 9.55, "reason": "broken", "lines": [{"id": "2", "amount": "9.55"}]}
                """);

        assertThat(told.type()).isEqualTo("refund.told");
        assertThat(told.order().status()).as("a refund says nothing of it").isEqualTo(OrderStatus.CREATED);
        assertThat(told.facts()).singleElement().isInstanceOfSatisfying(Fact.Refunded.class, fact -> {
            Refund refund = fact.refund();
            assertThat(refund.id()).isEqualTo("7");
            assertThat(refund.orderId()).isEqualTo("x-1");
            assertThat(refund.amount()).isEqualByComparingTo("9.55");
            assertThat(refund.lines()).singleElement().satisfies(line -> {
                assertThat(line.lineId()).isEqualTo("2");
                assertThat(line.quantity()).isEqualTo(1);
            });
        });
    }

    @Test
    void anOrderMayBePromised() {
        assertThat(told("order.promised", "{\"promise\": \"2026-05-14\"}").facts())
                .containsExactly(new Fact.OrderPromised("x-1", new Promise(LocalDate.of(2026, 5, 14), AT)));
    }

    @Test
    void anEventMayBeAnotherShops() {
        String event = event("order.paid", "{}").replace("\"data\"", "\"shop\": \"blue\", \"data\"");
        assertThat(read(event).shop().name()).isEqualTo("blue");
        assertThat(read(event).contentHash())
                .as("two shops may tell the same")
                .isNotEqualTo(told("order.paid", "{}").contentHash());
        assertThatThrownBy(() -> read(event.replace("\"blue\"", "\"Blue Shop\"")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/shop must be");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> told("order.paid", """
                        {"order": {"total": "much", "lines": [{"quantity": "two"}], "currency": "???"},
                         "customer": {"timeZone": "Atlantis"}}
                        """))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "/data/order/total must be an amount",
                        "/data/order/lines/0/title is missing.",
                        "/data/order/lines/0/quantity must be a whole number.",
                        "/data/order/currency must be a currency",
                        "/data/customer/timeZone must be a time zone");
    }

    @Test
    void whatIsNeededIsMissedEvenWithoutData() {
        assertThatThrownBy(() -> read(event("order.promised", "null")))
                .hasMessageContaining("/data/promise is missing.");
        assertThatThrownBy(() -> told("parcel.shipped", "[]")).hasMessageContaining("/data must be an object.");
    }

    @Test
    void anEmptyLineOfAnAddressIsNoMistake() {
        assertThat(told("order.paid", "{\"order\": {\"shipTo\": {\"lines\": [\"Weg 1\", \"\"]}}}")
                        .order()
                        .shipTo()
                        .lines())
                .containsExactly("Weg 1");
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void aWordOfTheWrongKindIsNamedWhereverItStands(OurEvent event) {
        for (Shape.Part part : event.data().parts()) {
            assertThatThrownBy(() -> told(event.name(), "{\"%s\": [[true]]}".formatted(part.name())))
                    .as(part.name())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("/data/" + part.name());
        }
    }

    static List<OurEvent> everyEvent() {
        return OurEvents.ALL;
    }

    private Told told(String type, String data) {
        return read(event(type, data));
    }

    private Told read(String event) {
        return vocabulary.told(CloudEvent.of(Field.root(Json.read(event.getBytes(StandardCharsets.UTF_8)))), "", event);
    }

    private static String event(String type, String data) {
        return """
                {"specversion": "1.0", "id": "1", "source": "/x", "type": "%s", "subject": "x-1",
                 "time": "2026-05-12T11:00:00Z", "data": %s}
                """.formatted(type, data);
    }
}
