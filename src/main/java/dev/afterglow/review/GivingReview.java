package dev.afterglow.review;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes reviews: the fact, and word of it for journeys, together. Neither the stars nor the text ever reach the engine, so
 * no journey can ask the content and leave out the others.
 */
@Service
class GivingReview {

    static final String GIVEN = "review.given";

    private static final String SENDER = "afterglow:review";

    private final Reviews reviews;
    private final Customers customers;
    private final Events events;
    private final Clock clock;

    GivingReview(Reviews reviews, Customers customers, Events events, Clock clock) {
        this.reviews = reviews;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a review in place of the one before.
     *
     * @param locale of the page
     * @return false when it can no longer be given or changed: then nothing was changed
     */
    @Transactional
    public boolean give(ReviewRequest request, Invitation about, Written written, Locale locale) {
        // why: held, so that an erasure comes before or after, and two clicks one after the other.
        Optional<Customer> author = customers.hold(request.customerId());
        if (author.isEmpty()) {
            return false;
        }
        String shown = written.nameless() ? null : Author.of(author.get());
        if (!reviews.keep(about.id(), written, shown, locale.toLanguageTag())) {
            return false;
        }
        tell(request, reviews.find(about.id()).orElseThrow());
        return true;
    }

    private void tell(ReviewRequest request, Review review) {
        String id = review.id() + ":" + review.revision();
        Instant now = clock.instant();
        events.record(
                new Event(SENDER, id, id, GIVEN, request.id(), request.orderId(), request.customerId(), null, "", now));
    }
}
