package dev.afterglow.messaging.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings that make sense only together. */
final class Complete {

    private Complete() {}

    /**
     * Checks that all of these are given, or none.
     *
     * @param namesAndValues a name, its value, the next name and so on
     * @return true when all are given
     * @throws IllegalArgumentException when only some are; it names those that are missing, and no values
     */
    static boolean together(String prefix, @Nullable Object... namesAndValues) {
        List<String> given = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            boolean there = value != null && !value.toString().isBlank();
            (there ? given : missing).add(prefix + "." + namesAndValues[i]);
        }
        if (!given.isEmpty() && !missing.isEmpty()) {
            throw new IllegalArgumentException("%s is set, so %s must be set too"
                    .formatted(String.join(" and ", given), String.join(" and ", missing)));
        }
        return missing.isEmpty();
    }
}
