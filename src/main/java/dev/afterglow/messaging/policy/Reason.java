package dev.afterglow.messaging.policy;

import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.messaging.policy.Objection.Wait;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a policy objects. The word of each reaches the ledger, the console and the metrics. */
enum Reason {
    TEST_ORDER,
    ORDER_VOIDED,
    ORDER_CANCELLED,
    NOT_USEFUL_ANY_MORE,
    PARCEL_MOVED_ON,
    NO_ADDRESS(true),
    SUPPRESSED(true),
    COMPLAINED,
    NO_CONSENT(true),
    CONSENT_PENDING(true),
    // why: who said no on one channel is not followed to the next.
    CONSENT_WITHDRAWN,
    CHANNEL_OFF(true),
    PAUSED,
    DUPLICATE_OCCASION,
    NOT_DELIVERED_YET,
    NOTHING_KEPT,
    OPEN_CASE,
    QUIET_HOURS,
    FREQUENCY_CAP;

    private final boolean ofOneChannel;

    Reason() {
        this(false);
    }

    Reason(boolean ofOneChannel) {
        this.ofOneChannel = ofOneChannel;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when another channel may still be used. */
    boolean isOfOneChannel() {
        return ofOneChannel;
    }

    Optional<Objection> silence() {
        return Optional.of(new Silence(word()));
    }

    Optional<Objection> until(Instant moment) {
        return Optional.of(new Wait(word(), moment));
    }

    static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
