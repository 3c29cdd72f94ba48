package dev.afterglow.rehearsal;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import java.lang.reflect.Field;
import java.time.Instant;

/** Zeebe Process Test's engine, with a clock that stands still between moves and may be set to any time. */
final class StillEngine implements AutoCloseable {

    private final ZeebeTestEngine engine;
    private final ControlledActorClock clock;

    private StillEngine(ZeebeTestEngine engine) {
        this.engine = engine;
        this.clock = clockOf(engine);
    }

    /** An engine of its own, in memory, where it is this time. */
    static StillEngine startedAt(Instant moment) {
        StillEngine started = new StillEngine(EngineFactory.create());
        started.moveTo(moment);
        started.engine.start();
        return started;
    }

    String grpcAddress() {
        return "http://" + engine.getGatewayAddress().replace("0.0.0.0", "127.0.0.1");
    }

    void moveTo(Instant moment) {
        clock.setCurrentTime(moment);
    }

    /** Everything that happened in it, oldest first. */
    Iterable<Record<?>> records() {
        return engine.getRecordStreamSource().getRecords();
    }

    @Override
    public void close() {
        engine.stop();
    }

    // why: the engine offers only to move its clock on, and a calendar must not depend on today's date or on how long
    // we take.
    private static ControlledActorClock clockOf(ZeebeTestEngine engine) {
        try {
            Field field = engine.getClass().getDeclaredField("clock");
            field.setAccessible(true);
            return (ControlledActorClock) field.get(engine);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Zeebe Process Test keeps its clock elsewhere", e);
        }
    }
}
