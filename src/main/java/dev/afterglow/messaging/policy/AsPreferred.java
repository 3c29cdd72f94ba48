package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Customers choose the channels of marketing, and when it pauses. */
final class AsPreferred implements Policy {

    @Override
    public Optional<Objection> objection(Matter matter) {
        if (!matter.marketing()) {
            return Optional.empty();
        }
        Preferences chosen = matter.question().audience().preferences();
        Instant pausedUntil = chosen.pausedUntil();
        if (chosen.channelsOff().contains(matter.channel())) {
            return Reason.CHANNEL_OFF.silence();
        }
        return pausedUntil != null && pausedUntil.isAfter(matter.now())
                ? Reason.PAUSED.until(pausedUntil)
                : Optional.empty();
    }

    @Override
    public String says() {
        return "Keeps marketing off the channels the customer switched off, and waits while the customer paused it.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.CHANNEL_OFF);
    }

    @Override
    public List<Reason> waits() {
        return List.of(Reason.PAUSED);
    }
}
