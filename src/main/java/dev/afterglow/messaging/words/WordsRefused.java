package dev.afterglow.messaging.words;

import org.jspecify.annotations.Nullable;

/** Words that are wrong: where, and why. The reason never holds anything about a customer. */
class WordsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Place place;
    private final String reason;

    WordsRefused(String reason) {
        this(null, reason);
    }

    WordsRefused(@Nullable Place place, String reason) {
        super(place == null ? reason : "%s: line %d: %s".formatted(place.file(), place.line(), reason));
        this.place = place;
        this.reason = reason;
    }

    /** The same reason at this place, unless a place is known already. */
    WordsRefused at(Place known) {
        return place == null ? new WordsRefused(known, reason) : this;
    }

    /** The file and line, and why; without a place, line 1 of this file. */
    Flaw flaw(String file) {
        return place == null ? new Flaw(file, 1, reason) : new Flaw(place.file(), place.line(), reason);
    }
}
