package dev.afterglow.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts asking for what is not there, such as pages with guessed addresses, by who asked; and says who has to wait. */
@Component
public class Guesses {

    /** How often somebody may be wrong before they wait. */
    public static final int ALLOWED = 30;

    static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int VISITORS = 10_000;
    private static final int NETWORK_BYTES = 8;

    private record Tries(int count, Instant since) {}

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > VISITORS;
        }
    };

    /** Nobody has guessed yet. */
    public Guesses(Clock clock) {
        this.clock = clock;
    }

    /** How long this visitor has to wait; zero for nearly everybody. */
    public synchronized Duration wait(String visitor) {
        Tries known = tries.get(network(visitor));
        if (known == null || known.count() < ALLOWED) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.since().plus(PAUSE));
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** The visitor asked for something that is not there. */
    public synchronized void missed(String visitor) {
        Instant now = clock.instant();
        Tries known = tries.getOrDefault(network(visitor), new Tries(0, now));
        boolean over = !now.isBefore(known.since().plus(PAUSE));
        tries.put(network(visitor), over ? new Tries(1, now) : new Tries(known.count() + 1, known.since()));
    }

    // why: one household has 2^64 addresses of IPv6.
    private static String network(String visitor) {
        if (!visitor.contains(":")) {
            return visitor;
        }
        try {
            byte[] bytes = InetAddress.getByName(visitor).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException notAnAddress) {
            return visitor;
        }
    }
}
