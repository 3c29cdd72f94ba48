package dev.afterglow.messaging.words;

import dev.afterglow.customer.Topic;
import dev.afterglow.order.ParcelStatus;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the front matter of the words says about the message, for the policies to judge by.
 *
 * @param onlyKept it speaks of products as if the customer has them: only for those who do (law 8)
 * @param usefulFor how long after a journey first wanted it the message is still worth sending; null: for ever
 * @param urgent it may come at night
 * @param once a customer gets it at most once for each occasion, whichever journey or run asks
 * @param parcel where the parcel it is about must still be, as statuses; empty: anywhere
 */
public record Traits(
        Purpose purpose,
        Topic topic,
        boolean onlyKept,
        @Nullable Duration usefulFor,
        boolean urgent,
        boolean once,
        Set<ParcelStatus> parcel) {

    public Traits {
        parcel = Set.copyOf(parcel);
    }

    /** The traits of words that are not about one parcel. */
    public Traits(
            Purpose purpose,
            Topic topic,
            boolean onlyKept,
            @Nullable Duration usefulFor,
            boolean urgent,
            boolean once) {
        this(purpose, topic, onlyKept, usefulFor, urgent, once, Set.of());
    }

    /** The traits of words that say nothing but their purpose. */
    public static Traits of(Purpose purpose) {
        Topic topic = purpose == Purpose.SERVICE ? Topic.ORDER : Topic.OFFERS;
        return new Traits(purpose, topic, false, null, false, false);
    }

    /** The same with another purpose. */
    public Traits as(Purpose other) {
        return new Traits(other, topic, onlyKept, usefulFor, urgent, once, parcel);
    }
}
