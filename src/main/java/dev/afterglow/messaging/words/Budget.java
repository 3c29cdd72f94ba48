package dev.afterglow.messaging.words;

/** What filling in one template may cost at most: characters made, and time. */
final class Budget {

    private static final int MOST_CHARACTERS = 8 * 1024 * 1024;
    private static final long MOST_NANOS = 1_000_000_000L;
    private static final int STEPS_BETWEEN_LOOKS = 256;

    private final long deadline = System.nanoTime() + MOST_NANOS;
    private long characters;
    private int steps;

    /**
     * Counts something that was made.
     *
     * @throws WordsRefused when it was too much, or took too long
     */
    void spend(long made) {
        characters += made;
        if (characters > MOST_CHARACTERS) {
            throw new WordsRefused("this would become too long");
        }
        // why: looking at the clock costs more than most steps do.
        if (++steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() - deadline > 0) {
            throw new WordsRefused("this takes too long");
        }
    }
}
