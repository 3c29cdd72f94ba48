package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void pausesDoubleUpToHalfAMinuteAndBeginAgainAfterALongLife() {
        BackOff backOff = new BackOff();
        List<Long> pauses = Stream.of(0, 0, 0, 0, 0, 0, 0, 60, 0)
                .map(lasted -> backOff.after(Duration.ofSeconds(lasted)).toSeconds())
                .toList();
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 1L, 2L);
    }
}
