package dev.afterglow.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts sign-ins that failed, by address, and says who has to wait. */
@Component
class SignInAttempts {

    static final int ALLOWED = 5;
    static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int ADDRESSES = 10_000;

    private record Tries(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > ADDRESSES;
        }
    };

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one of the address's tries; counted before the password is looked at, so that many at once do not slip by.
     *
     * @return how long it has to wait; zero when it may try
     */
    synchronized Duration take(String address) {
        Instant now = clock.instant();
        Tries before = tries.getOrDefault(address, new Tries(0, now));
        Duration left = Duration.between(now, before.last().plus(PAUSE));
        if (before.count() >= ALLOWED && left.isPositive()) {
            return left;
        }
        tries.put(address, new Tries(left.isPositive() ? before.count() + 1 : 1, now));
        return Duration.ZERO;
    }

    /** Forgets the address's tries: it knew the password. */
    synchronized void forgive(String address) {
        tries.remove(address);
    }
}
