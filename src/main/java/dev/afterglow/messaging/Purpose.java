package dev.afterglow.messaging;

import java.util.Locale;

/** What a message is for. When in doubt it is marketing, which the law is stricter about. */
enum Purpose {
    SERVICE,
    MARKETING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
