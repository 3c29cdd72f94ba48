package dev.afterglow.messaging.page;

import java.time.Duration;
import java.util.Locale;

/** What an address is good for. It opens nothing else. */
enum Scope {
    /** Reading one message in a browser. */
    VIEW("v", Duration.ofDays(400)),
    /** Seeing and changing what one person wants to get. */
    PREFERENCES("p", Duration.ofDays(400)),
    // why: people look for the way out in old mails; the law asks for 30 days at least (16 CFR 316.3, Canada: 60).
    /** Ending one kind of messages to one person on one channel. */
    UNSUBSCRIBE("u", Duration.ofDays(1100)),
    /** Going on to one page of the shop. */
    LINK("l", Duration.ofDays(400)),
    /** Saying that a pending consent was really meant. */
    CONFIRM("c", Duration.ofDays(30));

    private final String path;
    private final Duration lifetime;

    Scope(String path, Duration lifetime) {
        this.path = path;
        this.lifetime = lifetime;
    }

    /** The first part of the address's path. */
    String path() {
        return path;
    }

    /** How long an address works. */
    Duration lifetime() {
        return lifetime;
    }

    /** The word used in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
