package dev.afterglow.local;

import dev.afterglow.local.BrokerState.Down;
import dev.afterglow.local.BrokerState.Running;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the app's clock and the broker's together, one move at a time. */
final class TimeTravel {

    private static final Logger log = LoggerFactory.getLogger(TimeTravel.class);

    private final LocalClock clock;
    private final LocalBroker broker;

    TimeTravel(LocalClock clock, LocalBroker broker) {
        this.clock = clock;
        this.broker = broker;
    }

    /** Nothing has moved when the broker is not there; otherwise both move, the broker at the latest when it answers again. */
    synchronized void moveBy(Duration forward) throws BrokerTrouble, IOException, InterruptedException {
        checkBroker();
        clock.moveBy(forward);
        try {
            // why: the app first; a timer that fires must not find an app that thinks it is too early.
            broker.alignClock();
        } catch (IOException e) {
            log.warn("The clock moved by {}; the broker's clock follows as soon as it answers", forward, e);
        }
    }

    private void checkBroker() throws BrokerTrouble, InterruptedException {
        if (broker.state() instanceof Down(String reason)) {
            throw new BrokerTrouble("The local broker is down. " + reason);
        }
        if (!(broker.state() instanceof Running)) {
            throw new BrokerTrouble("The local broker is starting.");
        }
        try {
            broker.checkClock();
        } catch (IOException e) {
            throw new BrokerTrouble("The local broker does not answer: " + e);
        }
    }
}
