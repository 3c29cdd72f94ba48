package dev.afterglow.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.shop.ShopKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class OffersApiTest extends AppTest {

    private static final Terms TEN_EUROS = new Terms(null, BigDecimal.TEN, "EUR", new BigDecimal("40"));

    @Autowired
    private Offers offers;

    @Test
    void aTillLooksACodeUpAndRedeemsItOnce() {
        Code code = given(Duration.ofDays(1));

        assertThat(lookUp(code.shown(), "v").getBody().path("state").asText()).isEqualTo("issued");
        ResponseEntity<JsonNode> first = redeem(code.shown(), "9007199254740993", "49.90", "EUR");
        assertThat(first.getBody().path("state").asText()).isEqualTo("redeemed");
        assertThat(first.getBody().path("order").asText()).isEqualTo("9007199254740993");
        assertThat(first.getBody().path("discount").decimalValue()).isEqualByComparingTo("10");
        assertThat(redeem(code.text().toLowerCase(Locale.ROOT), "9007199254740993", "49.90", "EUR")
                        .getBody())
                .isEqualTo(first.getBody());

        refused(redeem(code.shown(), "other", "49.90", "EUR"), 409, "redeemed");
        assertThat(lookUp(code.shown(), "v").getBody().path("state").asText()).isEqualTo("redeemed");
    }

    @Test
    void whyNotIsAWordForPrograms() {
        Code code = given(Duration.ofDays(1));

        refused(redeem(code.shown(), "1", "39.99", "EUR"), 422, "minimum-not-reached");
        refused(redeem(code.shown(), "1", "49.90", "USD"), 422, "wrong-currency");
        refused(redeem(given(Duration.ZERO).shown(), "1", "49.90", "EUR"), 410, "expired");
        refused(redeem(Code.fresh().shown(), "1", "49.90", "EUR"), 404, "unknown");
        refused(redeem("no code", "1", "49.90", "EUR"), 404, "unknown");
        refused(redeem(code.shown(), "", "49.90", "EUR"), 400, "wrong-shape");
        refused(redeem(code.shown(), "1", "-1", "EUR"), 400, "wrong-shape");
        refused(redeem(code.shown(), "1", "1", "Euro"), 400, "wrong-shape");
    }

    private Code given(Duration left) {
        Code code = Code.fresh();
        Instant now = clock().instant();
        String id = UUID.randomUUID().toString();
        Offer offer = new Offer(
                id,
                ShopKey.MAIN,
                "",
                "gift",
                "Gift",
                id,
                "Task_Issue",
                "c-" + id,
                TEN_EUROS,
                Offer.State.ISSUED,
                null,
                now,
                LocalDate.of(2030, 1, 1),
                now.plus(left),
                null,
                null,
                null,
                null);
        offers.add(offer, code);
        return code;
    }

    private static void refused(ResponseEntity<JsonNode> answer, int status, String reason) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().path("reason").asText()).isEqualTo(reason);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private ResponseEntity<JsonNode> lookUp(String code, String visitor) {
        return client().get()
                .uri(url("/api/offers/{code}?visitor={visitor}"), code, visitor)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> redeem(String code, String order, String amount, String currency) {
        return client().post()
                .uri(url("/api/offers/{code}/redemption"), code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("order", order, "amount", amount, "currency", currency, "visitor", "test"))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static RestClient client() {
        return RestClient.builder()
                .defaultHeader("Authorization", "Bearer " + API_KEY)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }
}
