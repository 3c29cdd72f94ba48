package dev.afterglow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final SignInAttempts attempts = new SignInAttempts(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void afterFiveTriesAnAddressWaitsAndTryingOnDoesNotMakeItLonger() {
        use("a", 5);
        assertThat(attempts.take("a")).isEqualTo(Duration.ofMinutes(5));
        now = now.plus(Duration.ofMinutes(4));
        assertThat(attempts.take("a")).isEqualTo(Duration.ofMinutes(1));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(attempts.take("a")).isZero();
    }

    @Test
    void anotherAddressDoesNotWait() {
        use("a", 5);
        assertThat(attempts.take("b")).isZero();
    }

    @Test
    void whoKnewThePasswordStartsAnew() {
        use("a", 4);
        attempts.forgive("a");
        use("a", 5);
        assertThat(attempts.take("a")).isPositive();
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        use("first", 5);
        for (int other = 0; other < 10_000; other++) {
            attempts.take("other-" + other);
        }
        assertThat(attempts.take("first")).isZero();
    }

    private void use(String address, int times) {
        for (int tries = 0; tries < times; tries++) {
            assertThat(attempts.take(address)).isZero();
        }
    }
}
