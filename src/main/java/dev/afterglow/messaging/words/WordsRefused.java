package dev.afterglow.messaging.words;

import org.jspecify.annotations.Nullable;

/** Words that are wrong: where, and why. */
class WordsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WordsRefused(String reason) {
        this(reason, null);
    }

    WordsRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** The same reason, with the file it is in. */
    WordsRefused in(String file) {
        return new WordsRefused(file + ": " + getMessage(), this);
    }
}
