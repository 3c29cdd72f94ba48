package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookPlanTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

    private final WebhookPlan plan = new WebhookPlan(new Random(7));

    @Test
    void tenAttemptsInAGoodThreeDays() {
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; plan.next(attempt, NOW, Optional.empty()).isPresent(); attempt++) {
            pauses.add(Duration.between(
                    NOW, plan.next(attempt, NOW, Optional.empty()).orElseThrow()));
        }

        assertThat(pauses).hasSize(9).isSorted();
        assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(pauses.getLast()).isBetween(Duration.ofHours(24), Duration.ofMinutes(24 * 72));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(75), Duration.ofHours(91));
    }

    @Test
    void deliveriesThatFailedTogetherAreNotTriedTogether() {
        assertThat(plan.next(3, NOW, Optional.empty())).isNotEqualTo(plan.next(3, NOW, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "120,2026-05-10T12:02:00Z",
        "'Sun, 10 May 2026 13:00:00 GMT',2026-05-10T13:00:00Z",
        "999999999,2026-05-11T12:00:00Z"
    })
    void whoAsksForAPauseGetsItUpToADay(String wish, Instant then) {
        assertThat(plan.next(1, NOW, Optional.of(wish))).contains(then);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "soon", "'Sun, 10 May 2020 13:00:00 GMT'", "''", "99999999999999999999"})
    void aWishThatIsNoneOrOverChangesNothing(String wish) {
        assertThat(plan.next(1, NOW, Optional.of(wish)).orElseThrow())
                .isBetween(NOW.plusSeconds(5), NOW.plusSeconds(6));
    }
}
