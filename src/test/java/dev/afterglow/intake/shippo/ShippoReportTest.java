package dev.afterglow.intake.shippo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.carriers.Tracking;
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

class ShippoReportTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");
    private static final String REPORT = """
            {"event": "track_updated", "test": false, "carrier": "usps", "data": {
             "carrier": "usps", "tracking_number": "9400111201080805483016", "metadata": "1001",
             "eta": "2026-05-14T21:35:12.000Z",
             "tracking_status": {"status": "TRANSIT", "substatus": {"code": "delivery_attempted", "action_required": true},
              "status_date": "2026-05-12T07:00:00Z", "object_updated": "2026-05-12T08:00:00Z",
              "location": {"city": "Las Vegas", "state": "NV", "zip": "89101", "country": "US"}},
             "tracking_history": [
              {"status": "TRANSIT", "substatus": null, "status_date": "2026-05-11T07:00:00Z", "location": null},
              {"status": "TRANSIT", "substatus": {"code": "delivery_attempted"},
               "status_date": "2026-05-12T07:00:00Z",
               "location": {"city": "Las Vegas", "state": "NV", "zip": "89101", "country": "US"}}]}}
            """;

    @Test
    void historyAndLatestBecomeScansEachOnce() {
        Tracking tracking = ShippoReport.of(field(REPORT), SHOP).orElseThrow();

        assertThat(tracking.scans())
                .containsExactly(
                        new Scan(ParcelStatus.IN_TRANSIT, Instant.parse("2026-05-11T07:00:00Z")),
                        new Scan(
                                ParcelStatus.DELIVERY_FAILED,
                                Instant.parse("2026-05-12T07:00:00Z"),
                                new Incident(Owner.UNKNOWN, "not-handed-over"),
                                null,
                                "Las Vegas, NV, US"));
        assertThat(tracking.promises())
                .containsExactly(new Promise(LocalDate.of(2026, 5, 14), Instant.parse("2026-05-12T08:00:00Z")));
        assertThat(tracking.orderId()).isEqualTo("1001");
    }

    @Test
    void withoutAnIdOfItsOwnAReportIsWhatItSays() {
        Tracking once = ShippoReport.of(field(REPORT), SHOP).orElseThrow();
        Tracking again = ShippoReport.of(field(REPORT.replace("  ", " ")), SHOP).orElseThrow();
        Tracking news =
                ShippoReport.of(field(REPORT.replace("T08:00", "T08:01")), SHOP).orElseThrow();

        assertThat(again.id()).isEqualTo(once.id()).isNotEqualTo(news.id());
    }

    @Test
    void otherEventsAreLeftAloneAndTestsAreKnown() {
        assertThat(ShippoReport.of(field("{\"event\": \"transaction_created\", \"data\": 1}"), SHOP))
                .isEmpty();
        assertThat(ShippoReport.isTest(field(REPORT.replace("\"test\": false", "\"test\": true"))))
                .isTrue();
        assertThat(ShippoReport.isTest(field("{\"data\": {\"test\": true}}"))).isTrue();
        assertThat(ShippoReport.isTest(field(REPORT))).isFalse();
    }

    @Test
    void whatIsBrokenIsRefusedByName() {
        assertThatThrownBy(() -> ShippoReport.of(field(REPORT.replace("\"9400111201080805483016\"", "null")), SHOP))
                .hasMessageContaining("/data/tracking_number is missing");
        assertThatThrownBy(() -> ShippoReport.of(field("{\"event\": \"track_updated\"}"), SHOP))
                .hasMessageContaining("/data must be an object");
    }

    private static Field field(String json) {
        return Field.root(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
