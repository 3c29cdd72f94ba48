package dev.afterglow.local;

import java.time.Instant;

/** How the local broker is: not yet ready, at work, or down with a reason a person can act on. */
public sealed interface BrokerState {

    /** It was asked to start and does not answer yet, or its clock is not aligned yet. */
    record Starting() implements BrokerState {}

    /**
     * It answers and its clock is the app's.
     *
     * @param pid the broker's process id
     * @param since when it became ready, by the app's clock
     */
    record Running(long pid, Instant since) implements BrokerState {}

    /**
     * It is not there.
     *
     * @param reason what is wrong and what to do about it
     */
    record Down(String reason) implements BrokerState {}
}
