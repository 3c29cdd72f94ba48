package dev.afterglow;

import java.time.Duration;

/** The engine under a journey test: a seam, because the in-memory engine will not be there for ever. */
public interface TestEngine {

    /** Where the gateway listens, as the client's gRPC address. */
    String grpcAddress();

    /** Moves the engine's clock. */
    void advance(Duration by);

    /** Waits until the engine has nothing left to do by itself. */
    void settle();
}
