package dev.afterglow.messaging.policy;

import java.util.List;
import java.util.Optional;

/** There must be somewhere to write. */
final class OnlyToAnAddress implements Policy {

    @Override
    public Optional<Objection> objection(Matter matter) {
        return matter.question().address() == null ? Reason.NO_ADDRESS.silence() : Optional.empty();
    }

    @Override
    public String says() {
        return "Needs an address of the customer on the channel.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.NO_ADDRESS);
    }
}
