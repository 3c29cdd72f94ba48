package dev.afterglow.messaging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decided message before it is written down: either words and an address, or the reason to stay silent.
 *
 * @param silence the reason; null when it shall be sent
 */
record Draft(
        Purpose purpose,
        @Nullable String locale,
        @Nullable String recipient,
        Words.@Nullable Letter letter,
        @Nullable String silence) {

    Envelope envelope(String id) {
        return new Envelope(id, Objects.requireNonNull(recipient), Objects.requireNonNull(letter));
    }
}
