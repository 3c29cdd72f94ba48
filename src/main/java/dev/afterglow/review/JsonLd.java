package dev.afterglow.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reviews as search engines read them: schema.org's Product with its AggregateRating and Reviews. */
@Component
class JsonLd {

    private static final String NAMELESS = "Verified buyer";

    private final ObjectMapper json;

    JsonLd(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One product; whoever writes it into a page need not escape it.
     *
     * @param reviews never empty
     */
    String of(String productId, Rating rating, List<Review> reviews) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("@context", "https://schema.org");
        product.put("@type", "Product");
        product.put("productID", productId);
        product.put("name", reviews.getFirst().product());
        product.put("aggregateRating", aggregate(rating));
        product.put("review", reviews.stream().map(JsonLd::review).toList());
        try {
            // why: "</script>" in a review must not end the element it is put into.
            return json.writeValueAsString(product).replace("<", "\\u003c");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a review cannot be written as JSON", broken);
        }
    }

    private static Map<String, Object> aggregate(Rating rating) {
        Map<String, Object> all = stars("AggregateRating", Objects.requireNonNull(rating.mean()));
        all.put("reviewCount", rating.count());
        return all;
    }

    private static Map<String, Object> review(Review review) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("@type", "Review");
        one.put("author", person(Objects.requireNonNullElse(review.author(), NAMELESS)));
        one.put(
                "datePublished",
                LocalDate.ofInstant(review.givenAt(), ZoneOffset.UTC).toString());
        one.put("inLanguage", review.language());
        if (review.text() != null) {
            one.put("reviewBody", review.text());
        }
        one.put("reviewRating", stars("Rating", review.stars()));
        return one;
    }

    private static Map<String, Object> person(String name) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@type", "Person");
        person.put("name", name);
        return person;
    }

    private static Map<String, Object> stars(String type, Number value) {
        Map<String, Object> rating = new LinkedHashMap<>();
        rating.put("@type", type);
        rating.put("ratingValue", value);
        rating.put("bestRating", Review.MOST_STARS);
        rating.put("worstRating", 1);
        return rating;
    }
}
