package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.DefaultHealthContributorRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;

class EngineStatusTest {

    private final HealthContributorRegistry contributors = new DefaultHealthContributorRegistry();
    private final EngineStatus status =
            new EngineStatus(contributors, Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void aProcessWithoutAnEngineSaysNothingAboutIt() {
        assertThat(status.line()).isEmpty();
    }

    @Test
    void theEngineIsUpOrDownAndEventsMayWait() {
        engine(() -> Health.down().withDetail("waitingEvents", 3).build());
        assertThat(status.line()).hasValueSatisfying(line -> {
            assertThat(line.text()).isEqualTo("down");
            assertThat(line.tone()).isEqualTo(Tone.TROUBLE);
            assertThat(line.waitingEvents()).isEqualTo(3);
        });
    }

    @Test
    void theEngineIsNotAskedAgainForEveryPage() {
        AtomicInteger asked = new AtomicInteger();
        engine(() -> {
            asked.incrementAndGet();
            return Health.up().build();
        });
        for (int page = 0; page < 5; page++) {
            assertThat(status.line())
                    .hasValueSatisfying(line -> assertThat(line.text()).isEqualTo("up"));
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEngineThatDoesNotAnswerHoldsUpNoPageAndIsAskedOnlyOnce() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        engine(() -> {
            asked.incrementAndGet();
            never.await();
            return Health.up().build();
        });
        for (int page = 0; page < 3; page++) {
            assertThat(status.line())
                    .hasValueSatisfying(line -> assertThat(line.text()).startsWith("checking"));
        }
        assertThat(asked).hasValue(1);
        never.countDown();
    }

    @Test
    void anEngineThatFailsToAnswerIsUnknown() {
        engine(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(status.line())
                .hasValueSatisfying(line -> assertThat(line.text()).isEqualTo("unknown"));
    }

    private interface Answer {
        Health give() throws InterruptedException;
    }

    private void engine(Answer answer) {
        HealthIndicator indicator = () -> {
            try {
                return answer.give();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        };
        contributors.registerContributor("engine", indicator);
    }
}
