package dev.afterglow.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time of a local run: the machine's, moved forward by what was asked for; a restart keeps it. */
public final class LocalClock extends Clock {

    private final Clock machine;
    private final ClockOffset offset;

    private LocalClock(Clock machine, ClockOffset offset) {
        this.machine = machine;
        this.offset = offset;
    }

    static LocalClock keptIn(Path file) {
        return new LocalClock(Clock.systemUTC(), ClockOffset.keptIn(file));
    }

    /** How far this clock is ahead of the machine's. */
    public Duration offset() {
        return offset.value();
    }

    void moveBy(Duration forward) throws IOException {
        offset.growBy(forward);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.value());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    /** The same time, moved together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new LocalClock(machine.withZone(zone), offset);
    }
}
