package dev.afterglow;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Zeebe Process Test's engine, one for all journey tests of a JVM. */
public final class InMemoryEngine implements TestEngine {

    public static final InMemoryEngine INSTANCE = new InMemoryEngine();

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ZeebeTestEngine engine = EngineFactory.create();

    private Duration moved = Duration.ZERO;

    private InMemoryEngine() {
        engine.start();
        Runtime.getRuntime().addShutdownHook(new Thread(engine::stop));
    }

    @Override
    public String grpcAddress() {
        return "http://" + engine.getGatewayAddress().replace("0.0.0.0", "127.0.0.1");
    }

    @Override
    public void advance(Duration by) {
        settle();
        engine.increaseTime(by);
        moved = moved.plus(by);
        settle();
    }

    /** Brings its clock to where the app's was moved, or jobs would seem to come too late. */
    synchronized void catchUp(Duration app) {
        if (app.compareTo(moved) > 0) {
            advance(app.minus(moved));
        }
    }

    @Override
    public void settle() {
        try {
            engine.waitForIdleState(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The engine does not come to rest", e);
        }
    }
}
