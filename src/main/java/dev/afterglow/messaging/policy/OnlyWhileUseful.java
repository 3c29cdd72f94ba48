package dev.afterglow.messaging.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is not worth reading any more is not sent. */
final class OnlyWhileUseful implements Policy {

    @Override
    public Optional<Objection> objection(Matter matter) {
        Instant end = end(matter.question());
        return end != null && matter.now().isAfter(end) ? Reason.NOT_USEFUL_ANY_MORE.silence() : Optional.empty();
    }

    /** The last moment it is worth sending; null when it always is. */
    static @Nullable Instant end(Question question) {
        Duration usefulFor = question.traits().usefulFor();
        return usefulFor == null ? null : question.wantedAt().plus(usefulFor);
    }

    @Override
    public String says() {
        return "Ends when the message has waited longer than its words say it is useful, or would have to.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.NOT_USEFUL_ANY_MORE);
    }
}
