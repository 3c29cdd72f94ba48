package dev.afterglow.customer;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose on the preference page.
 *
 * @param locale the language to write in, before whatever the shop reports; null when not chosen
 * @param fewer about half as much marketing as others get
 * @param pausedUntil no marketing before then
 * @param channelsOff channels marketing does not use
 */
public record Preferences(
        @Nullable String locale, boolean fewer, @Nullable Instant pausedUntil, Set<String> channelsOff) {

    /** Of somebody who never chose anything. */
    public static final Preferences NONE = new Preferences(null, false, null, Set.of());

    public Preferences {
        channelsOff = Set.copyOf(channelsOff);
    }
}
