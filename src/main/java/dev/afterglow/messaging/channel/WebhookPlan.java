package dev.afterglow.messaging.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery that failed is tried again: ten times in a good three days, as Standard Webhooks suggests. */
final class WebhookPlan {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    WebhookPlan(RandomGenerator random) {
        this.random = random;
    }

    /**
     * When to try again; empty when it was the last time.
     *
     * @param attempt which one failed, from 1
     * @param retryAfter what the receiver asked for: seconds, or a date (RFC 9110)
     */
    Optional<Instant> next(int attempt, Instant now, Optional<String> retryAfter) {
        if (attempt > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(attempt - 1);
        Duration spread = Duration.ofMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
        Instant planned = now.plus(pause).plus(spread);
        Instant wished = retryAfter.flatMap(wish -> wish(wish, now)).orElse(planned);
        return Optional.of(wished.isAfter(planned) ? wished : planned);
    }

    private static Optional<Instant> wish(String retryAfter, Instant now) {
        try {
            Instant wish = retryAfter.strip().matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(retryAfter.strip()))
                    : ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Instant latest = now.plus(LONGEST_WISH);
            return Optional.of(wish.isAfter(latest) ? latest : wish);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
