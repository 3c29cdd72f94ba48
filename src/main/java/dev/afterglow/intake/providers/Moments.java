package dev.afterglow.intake.providers;

import dev.afterglow.intake.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Reads times as providers write them. */
public final class Moments {

    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799L);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Moments() {}

    /** Seconds since 1970, as number or text, with or without a fraction. */
    public static Instant seconds(Field field) {
        BigDecimal seconds = field.amount();
        if (seconds == null) {
            throw field.refuse("is missing");
        }
        if (seconds.signum() < 0 || seconds.compareTo(LAST) > 0) {
            throw field.refuse("must be a time in seconds since 1970");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).multiply(NANOS).longValue();
        return Instant.ofEpochSecond(whole.longValue(), nanos);
    }

    /** A moment with offset, which must be there. */
    public static Instant required(Field field) {
        Instant at = field.instant();
        if (at == null) {
            throw field.refuse("is missing");
        }
        if (at.getEpochSecond() < 0 || at.getEpochSecond() > LAST.longValue()) {
            throw field.refuse("must be a time from 1970 on");
        }
        return at;
    }
}
