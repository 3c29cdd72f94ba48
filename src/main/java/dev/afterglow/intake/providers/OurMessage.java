package dev.afterglow.intake.providers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds our id of a message in what providers give back. */
public final class OurMessage {

    /** The name under which our id is given to providers that keep a field of ours. */
    public static final String FIELD = "afterglow-message";

    private OurMessage() {}

    /** Our id in a Message-ID header, with or without its brackets; null when it is not one of ours. */
    public static @Nullable String in(@Nullable String messageId) {
        if (messageId == null) {
            return null;
        }
        String bare = messageId.strip().replaceAll("^<|>$", "");
        int at = bare.indexOf('@');
        return id(at < 0 ? bare : bare.substring(0, at));
    }

    /** The first of these that is one of our ids; null when none is. */
    public static @Nullable String id(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && candidate.length() == 36 && isUuid(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException no) {
            return false;
        }
    }
}
