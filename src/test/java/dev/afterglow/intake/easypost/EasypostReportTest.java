package dev.afterglow.intake.easypost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.carriers.Tracking;
import dev.afterglow.intake.providers.Fixtures;
import dev.afterglow.order.Incident;
import dev.afterglow.order.Incident.Owner;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Scan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EasypostReportTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");
    private static final Instant TOLD = Instant.parse("2026-05-12T08:00:00Z");

    @Test
    void allThereWasToSeeBecomesScans() {
        Tracking tracking = tracking("""
                "status": "failure", "status_detail": "damaged", "est_delivery_date": "2026-05-14T00:00:00Z",
                "tracking_details": [
                 {"status": "in_transit", "status_detail": "departed_facility", "datetime": "2026-05-10T14:42:13Z",
                  "tracking_location": {"city": "ORLANDO", "state": "FL", "country": "US", "zip": "32809"}},
                 {"status": "failure", "status_detail": "damaged", "datetime": "2026-05-11T08:00:00",
                  "tracking_location": {"city": null, "state": "FL", "country": "US"}}]""");

        assertThat(tracking.scans())
                .containsExactly(
                        new Scan(
                                ParcelStatus.IN_TRANSIT,
                                Instant.parse("2026-05-10T14:42:13Z"),
                                null,
                                null,
                                "ORLANDO, FL, US"),
                        new Scan(
                                ParcelStatus.DAMAGED,
                                Instant.parse("2026-05-11T12:00:00Z"),
                                new Incident(Owner.CARRIER, "damaged"),
                                null,
                                "FL, US"));
        assertThat(tracking.promises()).containsExactly(new Promise(LocalDate.of(2026, 5, 14), TOLD));
    }

    @Test
    void theDayAtTheDoorIsBelievedBeforeTheOneInUtc() {
        assertThat(tracking("""
                "status": "in_transit", "est_delivery_date": "2026-05-15T03:00:00Z",
                "carrier_detail": {"est_delivery_date_local": "2026-05-14"}""").promises()).containsExactly(new Promise(LocalDate.of(2026, 5, 14), TOLD));
    }

    @Test
    void aTrackerWithoutDetailsIsSeenAsItsOwnStatusSays() {
        assertThat(tracking("\"status\": \"return_to_sender\", \"tracking_details\": []")
                        .scans())
                .containsExactly(new Scan(ParcelStatus.RETURN_TO_SENDER, TOLD));
    }

    @Test
    void otherEventsAreLeftAloneAndTestsAreKnown() {
        assertThat(EasypostReport.of(field("{\"description\": \"batch.created\"}"), SHOP))
                .isEmpty();
        assertThat(EasypostReport.isTest(field("{\"mode\": \"test\"}"))).isTrue();
        assertThat(EasypostReport.isTest(field("{\"mode\": \"production\"}"))).isFalse();
    }

    @Test
    void whatIsBrokenIsRefusedByName() {
        assertThatThrownBy(() -> EasypostReport.of(field("{}"), SHOP)).hasMessageContaining("/description is missing");
        assertThatThrownBy(() -> tracking("\"tracking_details\": {}"))
                .hasMessageContaining("/result/tracking_details must be an array");
    }

    @Test
    void aRealEventIsUnderstood() {
        Tracking tracking = EasypostReport.of(
                        field(new String(
                                Fixtures.payload("easypost/official_event-body.json"), StandardCharsets.UTF_8)),
                        SHOP)
                .orElseThrow();

        assertThat(tracking.id()).isEqualTo("evt_1");
        assertThat(tracking.parcel().number()).isEqualTo("1");
        assertThat(tracking.scans()).hasSize(7);
        assertThat(tracking.scans().getFirst().status()).isEqualTo(ParcelStatus.PENDING);
        assertThat(tracking.promises())
                .containsExactly(new Promise(LocalDate.of(2024, 8, 5), Instant.parse("2024-08-02T19:26:51Z")));
    }

    private static Tracking tracking(String more) {
        return EasypostReport.of(field("""
                {"id": "evt_1", "mode": "production", "description": "tracker.updated", "result": {
                 "id": "trk_1", "tracking_code": "9400111201080805483016", "carrier": "USPS",
                 "updated_at": "2026-05-12T08:00:00Z", %s}}
                """.formatted(more)), SHOP).orElseThrow();
    }

    private static Field field(String json) {
        return Field.root(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
