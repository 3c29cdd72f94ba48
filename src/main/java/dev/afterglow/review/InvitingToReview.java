package dev.afterglow.review;

import com.fasterxml.uuid.Generators;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Deferral;
import dev.afterglow.journey.Run;
import dev.afterglow.support.Cases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses what somebody is asked to review: what they kept, and were not asked about before. What they think plays no part. */
@Service
class InvitingToReview {

    private static final Duration LOOK_AGAIN = Duration.ofHours(6);

    // why: every wait ends; whoever waits for an answer for half a year is not asked any more.
    private static final Duration LONGEST_WAIT = Duration.ofDays(180);

    private final ReviewRequests requests;
    private final Reviews reviews;
    private final KeptProducts kept;
    private final Customers customers;
    private final Cases cases;
    private final Clock clock;

    InvitingToReview(
            ReviewRequests requests,
            Reviews reviews,
            KeptProducts kept,
            Customers customers,
            Cases cases,
            Clock clock) {
        this.requests = requests;
        this.reviews = reviews;
        this.kept = kept;
        this.customers = customers;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Opens the request of this run; asked again, says whether there is still something to ask about.
     *
     * @param most how many products at most
     * @return empty when there is nothing to review (any more)
     * @throws Deferral while the customer waits for an answer, or has a return open
     */
    @Transactional
    public Optional<ReviewRequest> invite(Run run, int most) {
        String orderId = run.orderId();
        // why: held, so that two runs of one customer do not both ask about the same product.
        Optional<Customer> customer = Optional.ofNullable(run.customerId()).flatMap(customers::hold);
        if (orderId == null || customer.isEmpty()) {
            return Optional.empty();
        }
        String person = customer.get().id();
        if (cases.isOpen(person)) {
            return later(run);
        }
        List<Product> has = kept.of(orderId);
        return requests.ofRun(run.journey(), run.businessKey())
                .map(before -> Optional.of(before).filter(request -> isOpen(request, has)))
                .orElseGet(() -> open(run, orderId, person, has, most));
    }

    private Optional<ReviewRequest> later(Run run) {
        Instant now = clock.instant();
        if (run.enteredAt().plus(LONGEST_WAIT).isBefore(now)) {
            return Optional.empty();
        }
        throw new Deferral(now.plus(LOOK_AGAIN), "open-case");
    }

    /** Whether something of it is still there, and nothing of it reviewed. */
    private boolean isOpen(ReviewRequest request, List<Product> has) {
        Set<String> ids = has.stream().map(Product::id).collect(Collectors.toSet());
        return request.invitations().stream()
                        .noneMatch(one -> reviews.find(one.id()).isPresent())
                && request.invitations().stream().anyMatch(one -> ids.contains(one.productId()));
    }

    private Optional<ReviewRequest> open(Run run, String orderId, String person, List<Product> has, int most) {
        Set<String> asked = requests.productsOf(person);
        List<Invitation> invitations = new ArrayList<>();
        has.stream()
                .filter(product -> !asked.contains(product.id()))
                .limit(most)
                .forEach(product ->
                        invitations.add(new Invitation(id(), invitations.size() + 1, product.id(), product.title())));
        if (invitations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(requests.open(new ReviewRequest(
                id(), run.journey(), run.businessKey(), orderId, person, clock.instant(), null, invitations)));
    }

    private static String id() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }
}
