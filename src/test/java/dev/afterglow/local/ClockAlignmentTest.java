package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockAlignmentTest {

    @TempDir
    private Path folder;

    private LocalClock clock;
    private FakeBrokerClock broker;
    private BrokerActuator actuator;
    private ClockAlignment alignment;

    @BeforeEach
    void start() throws IOException {
        clock = LocalClock.keptIn(folder.resolve("clock-offset"));
        broker = new FakeBrokerClock(LocalClock.keptIn(folder.resolve("machine")));
        actuator = new BrokerActuator(broker.port());
        alignment = new ClockAlignment(clock, actuator);
    }

    @AfterEach
    void stop() {
        actuator.close();
        broker.close();
    }

    @Test
    void theBrokerFollowsTheAppAndASecondTimeChangesNothing() throws Exception {
        clock.moveBy(Duration.ofDays(3));
        alignment.align();
        assertThat(broker.offset()).isCloseTo(Duration.ofDays(3), Duration.ofSeconds(1));
        int moves = broker.moves();
        alignment.align();
        alignment.align();
        assertThat(broker.offset()).isCloseTo(Duration.ofDays(3), Duration.ofSeconds(1));
        assertThat(broker.moves()).isLessThanOrEqualTo(moves + 1);
    }

    @Test
    void theAppFollowsABrokerThatIsAhead() throws Exception {
        broker.moveBy(Duration.ofDays(1));
        alignment.align();
        assertThat(clock.offset()).isCloseTo(Duration.ofDays(1), Duration.ofSeconds(2));
        assertThat(broker.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAnError() {
        broker.close();
        assertThatThrownBy(alignment::align).isInstanceOf(IOException.class);
    }
}
