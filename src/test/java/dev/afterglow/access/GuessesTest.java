package dev.afterglow.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final MovableClock clock = new MovableClock();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void whoGuessesTooOftenWaitsAndOthersDoNot() {
        miss("192.0.2.1", Guesses.ALLOWED - 1);
        assertThat(guesses.wait("192.0.2.1")).isZero();

        miss("192.0.2.1", 1);

        assertThat(guesses.wait("192.0.2.1")).isPositive().isLessThanOrEqualTo(Guesses.PAUSE);
        assertThat(guesses.wait("192.0.2.2")).isZero();
    }

    @Test
    void thePauseEndsAndCountingBeginsAnew() {
        miss("192.0.2.1", Guesses.ALLOWED);

        clock.advance(Guesses.PAUSE.plus(Duration.ofSeconds(1)));

        assertThat(guesses.wait("192.0.2.1")).isZero();
        miss("192.0.2.1", 1);
        assertThat(guesses.wait("192.0.2.1")).isZero();
    }

    @Test
    void aHouseholdsManyAddressesAreOne() {
        for (int i = 0; i < Guesses.ALLOWED; i++) {
            guesses.missed("2001:db8:1:2::" + Integer.toHexString(i));
        }
        assertThat(guesses.wait("2001:db8:1:2:ffff::1")).isPositive();
        assertThat(guesses.wait("2001:db8:1:3::1")).isZero();
    }

    @Test
    void manyVisitorsDoNotFillTheMemory() {
        miss("192.0.2.1", Guesses.ALLOWED);
        for (int i = 0; i < 10_000; i++) {
            guesses.missed("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
        }
        assertThat(guesses.wait("192.0.2.1")).as("forgotten for newer ones").isZero();
    }

    private void miss(String visitor, int times) {
        for (int i = 0; i < times; i++) {
            guesses.missed(visitor);
        }
    }
}
