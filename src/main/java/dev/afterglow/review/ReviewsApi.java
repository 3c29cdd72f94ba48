package dev.afterglow.review;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Published reviews for everybody, such as the page of a product: no key is needed, and any site may ask. */
@RestController
@CrossOrigin
class ReviewsApi {

    private static final int MOST = 100;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final PublishedReviews published;
    private final JsonLd jsonLd;

    ReviewsApi(PublishedReviews published, JsonLd jsonLd) {
        this.published = published;
        this.jsonLd = jsonLd;
    }

    /**
     * What there is of one product.
     *
     * @param mean with two decimals; null when there is no review
     * @param distribution how many gave each number of stars
     * @param reviews those asked for, newest first
     */
    record Answer(
            String product,
            long count,
            @Nullable BigDecimal mean,
            Map<Integer, Long> distribution,
            List<OneReview> reviews) {}

    /**
     * One review.
     *
     * @param author null for those who are not named
     * @param verifiedBuyer always true: only an order that arrived lets somebody write
     */
    record OneReview(
            int stars,
            @Nullable String text,
            @Nullable String author,
            String language,
            Instant givenAt,
            boolean verifiedBuyer) {}

    @GetMapping("/api/reviews")
    ResponseEntity<Answer> of(
            @RequestParam String product,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 0 || limit > MOST || offset < 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "\"limit\" goes from 0 to %d, \"offset\" from 0 on.".formatted(MOST));
        }
        Rating rating = published.rating(product);
        return fresh().body(new Answer(
                product,
                rating.count(),
                rating.mean(),
                rating.distribution(),
                published.of(product, limit, offset).stream()
                        .map(ReviewsApi::review)
                        .toList()));
    }

    /** The same for search engines, to be put into a script element as it is. */
    @GetMapping(path = "/api/reviews/json-ld", produces = "application/ld+json")
    ResponseEntity<String> forSearchEngines(@RequestParam String product) {
        List<Review> newest = published.of(product, MOST, 0);
        if (newest.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no published review of this product.");
        }
        return fresh().body(jsonLd.of(product, published.rating(product), newest));
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(FRESH).cachePublic());
    }

    private static OneReview review(Review review) {
        return new OneReview(review.stars(), review.text(), review.author(), review.language(), review.givenAt(), true);
    }
}
