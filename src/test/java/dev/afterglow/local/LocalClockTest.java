package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {

    @TempDir
    private Path folder;

    @Test
    void itStartsAtTheMachinesTimeInUtc() {
        LocalClock clock = clock();
        assertThat(clock.offset()).isZero();
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aMoveIsKeptForTheNextStart() throws IOException {
        LocalClock clock = clock();
        Instant before = clock.instant();
        clock.moveBy(Duration.ofDays(3));
        clock.moveBy(Duration.ofHours(2));
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(74));
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofHours(74), Duration.ofHours(75));
        assertThat(clock().offset()).isEqualTo(Duration.ofHours(74));
        assertThat(folder.resolve("clock-offset")).content().isEqualToIgnoringNewLines("PT74H");
    }

    @Test
    void theSameTimeInAnotherZoneMovesAlong() throws IOException {
        LocalClock clock = clock();
        Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.moveBy(Duration.ofDays(3));
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(clock.instant(), berlin.instant())).isLessThan(Duration.ofHours(1));
    }

    @Test
    void aMoveThatCannotBeKeptDoesNotHappen() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        LocalClock clock = LocalClock.keptIn(notAFolder.resolve("clock-offset"));
        assertThatThrownBy(() -> clock.moveBy(Duration.ofDays(1))).isInstanceOf(IOException.class);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void timeNeverGoesBack() {
        LocalClock clock = clock();
        assertThatThrownBy(() -> clock.moveBy(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("clock-offset"), "three days");
        assertThatThrownBy(this::clock)
                .isInstanceOf(LocalRunFailure.class)
                .hasMessageContaining(folder.resolve("clock-offset").toString());
    }

    private LocalClock clock() {
        return LocalClock.keptIn(folder.resolve("clock-offset"));
    }
}
