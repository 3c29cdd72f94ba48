package dev.afterglow.intake.carriers;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a parcel was seen, in one line. */
public final class Place {

    private static final int LONGEST = 200;

    private Place() {}

    /** Whatever of it is known, from small to large; null when nothing is. */
    public static @Nullable String of(@Nullable String... parts) {
        String line = Stream.of(parts).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
        return line.isEmpty() ? null : line.substring(0, Math.min(LONGEST, line.length()));
    }
}
