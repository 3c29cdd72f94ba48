package dev.afterglow.intake.aftership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.carriers.CarrierAccount;
import dev.afterglow.intake.carriers.Tracking;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.order.Incident;
import dev.afterglow.order.Incident.Owner;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AftershipReportTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");
    private static final Instant TOLD = Instant.parse("2026-05-12T08:00:00Z");

    @Test
    void everyCheckpointBecomesAScanAtItsOwnPlacesTime() {
        Tracking tracking = tracking("""
                "tag": "Delivered", "subtag": "Delivered_005", "checkpoints": [
                 {"tag": "InTransit", "subtag": "InTransit_002", "checkpoint_time": "2026-05-10T09:00:00",
                  "city": "MUMBAI", "country_name": "IN", "country_iso3": null},
                 {"tag": "Delivered", "subtag": "Delivered_005", "checkpoint_time": "2026-05-11T09:56:00",
                  "city": "SAN FRANCISCO", "state": "CA", "country_iso3": "USA"}]""");

        assertThat(tracking.parcel()).isEqualTo(new ParcelName.Numbered("1ZA2207X0444990982"));
        assertThat(tracking.at()).isEqualTo(TOLD);
        assertThat(tracking.scans())
                .containsExactly(
                        new Scan(
                                ParcelStatus.PICKED_UP,
                                Instant.parse("2026-05-10T03:30:00Z"),
                                null,
                                null,
                                "MUMBAI, IN"),
                        new Scan(
                                ParcelStatus.DELIVERED,
                                Instant.parse("2026-05-11T16:56:00Z"),
                                null,
                                "neighbour",
                                "SAN FRANCISCO, CA, USA"));
    }

    @Test
    void silenceOfTheCarrierHoldsAParcelUpAndIsNotCalledLost() {
        assertThat(tracking("\"tag\": \"Expired\", \"subtag\": \"Expired_001\", \"checkpoints\": []")
                        .scans())
                .containsExactly(
                        new Scan(ParcelStatus.ON_HOLD, TOLD, new Incident(Owner.UNKNOWN, "no-news"), null, null));
    }

    @Test
    void aNumberThatCannotBeRightIsTheShopsIncidentWhileNobodyKnowsIt() {
        String pending = "\"tag\": \"Pending\"";
        Scan doubted =
                scans(told(report(pending).replace("0982", "0983"), false)).getFirst();

        assertThat(doubted.status()).isEqualTo(ParcelStatus.PENDING);
        assertThat(doubted.incident()).isEqualTo(new Incident(Owner.SHOP, "number-mistyped"));
        assertThat(scans(told(report(pending), false)).getFirst().incident()).isNull();
        assertThat(scans(told(report("\"tag\": \"InTransit\"").replace("0982", "0983"), false))
                        .getFirst()
                        .incident())
                .as("a carrier has it")
                .isNull();
    }

    @Test
    void whatTheShopPromisedComesFirstAndWhatIsExpectedNowComesLast() {
        assertThat(tracking("""
                "tag": "InTransit", "created_at": "2026-05-09T07:00:00Z", "order_promised_delivery_date": "2026-05-13",
                "expected_delivery": "2026-05-11",
                "courier_estimated_delivery_date": {"estimated_delivery_date": "2026-05-15T00:00:00+02:00"}""").promises())
                .containsExactly(
                        new Promise(LocalDate.of(2026, 5, 13), Instant.parse("2026-05-09T07:00:00Z")),
                        new Promise(LocalDate.of(2026, 5, 15), TOLD));
    }

    @Test
    void theReportIsAboutTheParcelAndNamesAnOrderOnlyWhenThatIsWanted() {
        String report = report("\"tag\": \"InTransit\", \"order_id\": \"820982911946154508\", \"slug\": \"ups\"");

        assertThat(told(report, false)).satisfies(told -> {
            assertThat(told.type()).isEqualTo("parcel.scanned");
            assertThat(told.subject()).isEqualTo("1ZA2207X0444990982");
            assertThat(told.senderEventId()).isEqualTo("e-1");
            assertThat(told.facts()).hasSize(1).allMatch(Fact.Scanned.class::isInstance);
        });
        assertThat(told(report, true).facts())
                .contains(new Fact.Shipped(new Shipment(
                        "tracker-t1",
                        "820982911946154508",
                        TOLD,
                        false,
                        List.of(),
                        List.of(new Shipment.Label("ups", "1ZA2207X0444990982", null)))));
        assertThat(told(report("\"tag\": \"InTransit\""), true).facts()).noneMatch(Fact.Shipped.class::isInstance);
    }

    @Test
    void theSameNewsUnderAnotherIdHasTheSameContent() {
        String report = report("\"tag\": \"InTransit\"");

        assertThat(told(report, false).contentHash())
                .isEqualTo(told(report.replace("e-1", "e-2"), false).contentHash())
                .isNotEqualTo(told(report("\"tag\": \"Delivered\""), false).contentHash());
    }

    @Test
    void otherEventsAreLeftAloneAndBrokenOnesRefusedByName() {
        assertThat(AftershipReport.of(field("{\"event\": \"return_created\", \"msg\": {}}"), SHOP))
                .isEmpty();
        assertThatThrownBy(() -> AftershipReport.of(field("{}"), SHOP)).hasMessageContaining("/event is missing");
        assertThatThrownBy(() -> tracking("\"checkpoints\": [7]"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/msg/checkpoints/0 must be an object");
        assertThatThrownBy(
                        () -> AftershipReport.of(field(report("\"tag\": 1").replace("1ZA2207X0444990982", "--")), SHOP))
                .hasMessageContaining("/msg");
    }

    @Test
    void aRealTrackingIsUnderstood() {
        String tracking =
                new String(Fixtures.payload("aftership/ollie_tracking_delivered.json"), StandardCharsets.UTF_8).strip();
        Field fixture = field(tracking).at("data").at("tracking");
        Tracking understood = AftershipReport.of(
                        field("{\"event\": \"tracking_update\", \"event_id\": \"e-1\", \"msg\": %s}"
                                .formatted(fixture.node())),
                        SHOP)
                .orElseThrow();

        assertThat(understood.orderId()).isEqualTo("PL-35210992");
        assertThat(understood.scans()).hasSize(15);
        assertThat(understood.scans().getLast())
                .isEqualTo(new Scan(
                        ParcelStatus.DELIVERED,
                        Instant.parse("2014-11-03T17:56:00Z"),
                        null,
                        null,
                        "SAN FRANCISCO, CA, US"));
        assertThat(understood.scans()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    private static Tracking tracking(String more) {
        return AftershipReport.of(field(report(more)), SHOP).orElseThrow();
    }

    private static Told told(String report, boolean namesOrders) {
        Tracking tracking = AftershipReport.of(field(report), SHOP).orElseThrow();
        return new CarrierAccount("aftership", List.of("s"), ShopKey.MAIN, SHOP, namesOrders).told(tracking, report);
    }

    private static List<Scan> scans(Told told) {
        return told.facts().stream()
                .filter(Fact.Scanned.class::isInstance)
                .map(fact -> ((Fact.Scanned) fact).scan())
                .toList();
    }

    private static Field field(String json) {
        return Field.root(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String report(String more) {
        return """
                {"ts": 1778572800, "event": "tracking_update", "event_id": "e-1", "is_tracking_first_tag": true, "msg": {
                 "id": "t1", "tracking_number": "1ZA2207X0444990982", "updated_at": "2026-05-12T08:00:00+00:00", %s}}
                """.formatted(more);
    }
}
