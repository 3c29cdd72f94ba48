package dev.afterglow.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may make of a message nobody knows about. */
enum Choice {
    /** Somebody found out that it arrived. */
    ARRIVED,
    /** It is sent once more, word for word. */
    SEND_AGAIN,
    /** It is not asked about again. */
    LEFT;

    /** As forms and the API write it, such as {@code send-again}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Choice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
