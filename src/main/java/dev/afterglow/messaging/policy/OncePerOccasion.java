package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import java.util.List;
import java.util.Optional;

/** What is said once is not said again by another journey, or by another run of the same. */
final class OncePerOccasion implements Policy {

    private final PastMessages past;

    OncePerOccasion(PastMessages past) {
        this.past = past;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        Customer customer = matter.customer();
        Question question = matter.question();
        boolean again = matter.traits().once()
                && customer != null
                && past.isAlive(customer.id(), question.template(), question.occasion(), question.messageId());
        return again ? Reason.DUPLICATE_OCCASION.silence() : Optional.empty();
    }

    @Override
    public String says() {
        return "Sends words marked \"once\" to a customer once for each occasion, whichever journey or run asks.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.DUPLICATE_OCCASION);
    }
}
