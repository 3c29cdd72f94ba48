package dev.afterglow.messaging.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the preference centre.
 *
 * @param on the names of the switches that are on now
 * @param was the names of those that were on when the page was shown
 * @param fewer sent only when it is switched on
 * @param pause {@code none}, {@code keep}, {@code date}, or a number of months
 * @param until the day a pause ends, as yyyy-mm-dd
 * @param locale the language wanted; empty for the shop's choice
 */
record Wishes(
        @Nullable List<String> on,
        @Nullable List<String> was,
        @Nullable Boolean fewer,
        @Nullable String pause,
        @Nullable String until,
        @Nullable String locale) {

    boolean wantsFewer() {
        return Boolean.TRUE.equals(fewer);
    }

    boolean isOn(Switch one) {
        return on != null && on.contains(one.name());
    }

    /** True when the person moved this switch; one that stayed says nothing, wherever others moved it meanwhile. */
    boolean isMoved(Switch one) {
        return isOn(one) != (was != null && was.contains(one.name()));
    }
}
