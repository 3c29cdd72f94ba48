package dev.afterglow.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.review.Review.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLdTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aProductIsToldAsSchemaOrgTellsIt() throws Exception {
        String told = new JsonLd(json)
                .of(
                        "blue/17",
                        new Rating(Map.of(5, 1L, 4, 2L)),
                        List.of(review("Good.", "Ada L."), review(null, null)));

        JsonNode product = json.readTree(told);
        assertThat(product.path("@type").asText()).isEqualTo("Product");
        assertThat(product.path("productID").asText()).isEqualTo("blue/17");
        assertThat(product.path("name").asText()).isEqualTo("Machine");
        assertThat(product.at("/aggregateRating/ratingValue").asText()).isEqualTo("4.33");
        assertThat(product.at("/aggregateRating/reviewCount").asInt()).isEqualTo(3);
        assertThat(product.at("/review/0/reviewBody").asText()).isEqualTo("Good.");
        assertThat(product.at("/review/0/author/name").asText()).isEqualTo("Ada L.");
        assertThat(product.at("/review/0/datePublished").asText()).isEqualTo("2026-11-22");
        assertThat(product.at("/review/1/author/name").asText()).isEqualTo("Verified buyer");
        assertThat(product.at("/review/1").has("reviewBody")).isFalse();
    }

    @Test
    void noReviewEndsTheElementItIsWrittenInto() throws Exception {
        String nasty = "</script><script>alert(1)</script><!--";
        String told = new JsonLd(json).of("17", new Rating(Map.of(1, 1L)), List.of(review(nasty, "<b>A")));

        assertThat(told).doesNotContain("<");
        assertThat(json.readTree(told).at("/review/0/reviewBody").asText()).isEqualTo(nasty);
    }

    @Test
    void nobodysStarsHaveNoMean() {
        Rating none = new Rating(Map.of());

        assertThat(none.mean()).isNull();
        assertThat(none.count()).isZero();
        assertThat(none.distribution()).hasSize(5);
    }

    private static Review review(String text, String author) {
        return new Review(
                "v-1",
                "blue/17",
                "Machine",
                "1001",
                "c-1",
                4,
                text,
                author,
                "en",
                State.PUBLISHED,
                null,
                1,
                NOON,
                NOON,
                NOON,
                "admin");
    }
}
