package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RushTest {

    private final MovableClock clock = new MovableClock();
    private final Rush rush = new Rush(clock);

    @Test
    void eightWhoWaitAreACrowdAndSevenAreNot() {
        assertThat(rush.isCrowd(7)).isFalse();
        assertThat(rush.isCrowd(8)).isTrue();
    }

    @Test
    void itIsOnFromTheFirstReportThatIsKeptUntilNothingIsLeft() {
        assertThat(rush.isOn()).isFalse();
        rush.begin();
        rush.arrived();
        assertThat(rush.isOn()).isTrue();

        rush.isOver(rush.mark());
        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void whatArrivesWhileSomebodyLooksIsNotOverlooked() {
        rush.begin();
        long mark = rush.mark();
        rush.arrived();

        rush.isOver(mark);

        assertThat(rush.isOn()).isTrue();
    }

    @Test
    void itGoesOnWhileManyComeFromLookToLookAndForFiveSecondsAtMost() {
        come(8);
        assertThat(rush.goesOn()).isTrue();
        assertThat(rush.goesOn()).isFalse();
        come(7);
        assertThat(rush.goesOn()).isFalse();

        clock.advance(Duration.ofMillis(4_999));
        come(100);
        assertThat(rush.goesOn()).isTrue();
        clock.advance(Duration.ofMillis(1));
        come(100);
        assertThat(rush.goesOn()).isFalse();
    }

    @Test
    void theNextRushHasFiveSecondsOfItsOwn() {
        come(8);
        clock.advance(Duration.ofSeconds(10));
        rush.isOver(rush.mark());

        come(8);

        assertThat(rush.goesOn()).isTrue();
    }

    private void come(int many) {
        for (int i = 0; i < many; i++) {
            rush.begin();
            rush.arrived();
        }
    }
}
