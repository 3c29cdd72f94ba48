package dev.afterglow.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    @Test
    void whereNobodyPromisedAnythingNothingIsLate() {
        Expectation none = new Expectation(null, null);

        assertThat(none.isMissedAfter(MONDAY)).isFalse();
        assertThat(none.daysLateAfter(MONDAY)).isZero();
    }

    @Test
    void aPromiseIsMissedWhenItsOwnDayEnds() {
        Expectation monday = new Expectation(MONDAY, MONDAY);

        assertThat(monday.isMissedAfter(MONDAY.minusDays(1))).isFalse();
        assertThat(monday.isMissedAfter(MONDAY)).isTrue();
        assertThat(monday.daysLateAfter(MONDAY)).isZero();
        assertThat(monday.daysLateAfter(MONDAY.plusDays(2))).isEqualTo(2);
    }

    @Test
    void aLaterDayThatWasToldDefersApologiesAndIsMeasuredFromThePromise() {
        Expectation thursday = new Expectation(MONDAY, MONDAY.plusDays(3));

        assertThat(thursday.isMissedAfter(MONDAY)).isTrue();
        assertThat(thursday.daysLateAfter(MONDAY.plusDays(2))).isZero();
        assertThat(thursday.daysLateAfter(MONDAY.plusDays(3))).isEqualTo(3);
    }
}
