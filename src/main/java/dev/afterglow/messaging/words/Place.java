package dev.afterglow.messaging.words;

/**
 * Where something stands.
 *
 * @param file path below {@code bpmn/}
 * @param line the first is 1
 */
record Place(String file, int line) {

    /** A refusal of what stands here. */
    WordsRefused refuse(String reason) {
        return new WordsRefused(this, reason);
    }
}
