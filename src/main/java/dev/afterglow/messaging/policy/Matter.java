package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.words.Traits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question with what follows from where the customer lives.
 *
 * @param country whose law counts, ISO 3166-1; null when nobody knows
 * @param marketing whether it counts as marketing there, whatever the words say
 */
record Matter(Question question, @Nullable String country, boolean marketing) {

    Jurisdiction jurisdiction() {
        return Jurisdiction.of(country);
    }

    Traits traits() {
        return question.traits();
    }

    String channel() {
        return question.channel();
    }

    Instant now() {
        return question.now();
    }

    @Nullable
    Customer customer() {
        return question.audience().customer();
    }
}
