package dev.afterglow.intake.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The doors of carrier platforms on the wire: who may come in, and what is known afterwards. */
class CarrierDoorsTest extends AppTest {

    private final String order = UUID.randomUUID().toString();
    private final String number =
            "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);

    @Autowired
    private Parcels parcels;

    @Test
    void aTrackerThatNamesAnOrderMakesItsParcelInItsOwnShop() {
        ResponseEntity<String> answer = aftership("/hooks/aftership/blue", "e-" + order, "Delivered");

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        assertThat(parcels.of("blue/" + order)).singleElement().satisfies(parcel -> {
            assertThat(parcel.status()).isEqualTo(ParcelStatus.DELIVERED);
        });
        assertThat(parcels.of(order)).as("another shop's order of that id").isEmpty();
    }

    @Test
    void withoutThatWishAReportOfAnUnknownParcelWaits() {
        ResponseEntity<String> answer = aftership("/hooks/aftership", "e-" + order, "InTransit");

        assertThat(answer.getBody()).contains("\"outcome\":\"waiting\"");
        assertThat(parcels.of(order)).isEmpty();
    }

    @Test
    void theSameNewsTwiceIsADuplicateEvenUnderAnotherId() {
        aftership("/hooks/aftership/blue", "a-" + order, "InTransit");

        assertThat(aftership("/hooks/aftership/blue", "b-" + order, "InTransit").getBody())
                .contains("\"outcome\":\"duplicate\"");
        assertThat(aftership("/hooks/aftership/blue", "c-" + order, "Delivered").getBody())
                .doesNotContain("duplicate");
        assertThat(parcels.of("blue/" + order)).extracting(Parcel::status).containsExactly(ParcelStatus.DELIVERED);
    }

    @Test
    void aCheckpointDatedYearsAheadIsKeptAndDoesNotOutlastWhatFollows() {
        String wrong = aftershipBody("e-" + order, "AvailableForPickup")
                .replace("2026-05-12T08:00:00\"", "2126-05-12T08:00:00\"");
        post(
                "/events",
                """
                {"specversion": "1.0", "id": "1", "source": "/carriers/%s", "type": "order.paid", "subject": "%s", "shop": "blue",
                 "data": {}}
                """.formatted(order, order),
                Map.of("Authorization", "Bearer " + API_KEY, "Content-Type", "application/cloudevents+json"));

        assertThat(aftership("/hooks/aftership/blue", wrong).getBody()).contains("\"reason\":\"dated-ahead\"");

        assertThat(parcels.of("blue/" + order)).singleElement().satisfies(parcel -> {
            assertThat(parcel.status()).isEqualTo(ParcelStatus.READY_FOR_PICKUP);
            assertThat(parcel.since()).isBetween(clock().instant().minusSeconds(60), clock().instant());
        });

        String next = wrong.replace("e-" + order, "f-" + order)
                .replace("]}}", ", {\"tag\": \"Delivered\", \"checkpoint_time\": \"" + clock().instant() + "\"}]}}");
        assertThat(aftership("/hooks/aftership/blue", next).getBody()).doesNotContain("dated-ahead");

        assertThat(parcels.of("blue/" + order)).singleElement().satisfies(parcel -> {
            assertThat(parcel.status()).isEqualTo(ParcelStatus.DELIVERED);
            assertThat(parcel.scans()).hasSize(3);
        });
    }

    @Test
    void aStrangerIsRefusedAndNothingIsStored() {
        String body = aftershipBody("e-" + order, "Delivered");

        assertThat(post("/hooks/aftership/blue", body, Map.of("aftership-hmac-sha256", "AAAA"))
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(post("/hooks/aftership/blue", body, Map.of()).getStatusCode().value())
                .isEqualTo(401);
        assertThat(post("/hooks/aftership/green", body, Map.of("aftership-hmac-sha256", base64(body)))
                        .getBody())
                .contains("afterglow.intake.aftership.accounts.green.secrets is not set");
        assertThat(post("/hooks/shippo?token=guess", "{}", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(parcels.of("blue/" + order)).isEmpty();
    }

    @Test
    void easypostAndShippoAreHeardAndTheirTestsAreNot() {
        String easypost = """
                {"id": "evt-%s", "mode": "production", "description": "tracker.updated", "result": {"tracking_code": "%s",
                 "status": "in_transit", "updated_at": "2026-05-12T08:00:00Z"}}
                """.formatted(order, number);
        String shippo = """
                {"event": "track_updated", "data": {"tracking_number": "%s", "tracking_status": {"status": "DELIVERED",
                 "status_date": "2026-05-12T08:00:00Z"}}}
                """.formatted(number);

        assertThat(easypost(easypost.replace("production", "test"))).contains("\"reason\":\"test-report\"");
        assertThat(easypost(easypost.replace("tracker.", "batch."))).contains("\"reason\":\"topic-not-used\"");
        assertThat(easypost(easypost)).contains("\"outcome\":\"waiting\"");
        assertThat(post("/hooks/shippo?token=" + PROVIDER_SECRET, shippo, Map.of())
                        .getBody())
                .contains("\"outcome\":\"waiting\"");
        assertThat(post("/hooks/shippo", shippo, Map.of("Shippo-Auth-Signature", signature(shippo)))
                        .getBody())
                .as("the same, signed")
                .contains("\"outcome\":\"duplicate\"");
        assertThat(post(
                                "/hooks/shippo?token=" + PROVIDER_SECRET,
                                shippo,
                                Map.of("Shippo-Auth-Signature", signature(shippo + " ")))
                        .getStatusCode()
                        .value())
                .as("a wrong signature beside a right token")
                .isEqualTo(401);
    }

    private ResponseEntity<String> aftership(String path, String event, String tag) {
        return aftership(path, aftershipBody(event, tag));
    }

    private ResponseEntity<String> aftership(String path, String body) {
        return post(path, body, Map.of("aftership-hmac-sha256", base64(body)));
    }

    private String aftershipBody(String event, String tag) {
        return """
                {"event": "tracking_update", "event_id": "%s", "msg": {"id": "%s", "tracking_number": "%s", "slug": "dhl",
                 "order_id": "%s", "tag": "%s", "updated_at": "2026-05-12T08:00:00Z", "checkpoints": [
                 {"tag": "InTransit", "checkpoint_time": "2026-05-11T08:00:00", "country_iso3": "DEU"},
                 {"tag": "%s", "checkpoint_time": "2026-05-12T08:00:00", "country_iso3": "DEU"}]}}
                """.formatted(event, order, number, order, tag, tag);
    }

    private String easypost(String body) {
        return post("/hooks/easypost", body, Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + hex(body)))
                .getBody();
    }

    private String signature(String body) {
        long now = clock().instant().getEpochSecond();
        return "t=" + now + ",v1=" + hex(now + "." + body);
    }

    private static String base64(String body) {
        return Base64.getEncoder()
                .encodeToString(Proof.hmac("HmacSHA256", PROVIDER_SECRET, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(String body) {
        return HexFormat.of()
                .formatHex(Proof.hmac("HmacSHA256", PROVIDER_SECRET, body.getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<String> post(String path, String body, Map<String, String> headers) {
        return RestClient.create()
                .post()
                .uri(URI.create(url(path)))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(all -> headers.forEach(all::set))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) ->
                        ResponseEntity.status(response.getStatusCode()).body(response.bodyTo(String.class)));
    }
}
