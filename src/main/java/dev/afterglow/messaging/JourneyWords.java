package dev.afterglow.messaging;

import java.util.List;

/**
 * All words beside one journey.
 *
 * @param journey process id
 * @param wrong what is refused, and why; what was right before goes on serving
 */
public record JourneyWords(String journey, List<OneMessage> messages, List<Wrong> wrong) {

    /** A message by the name the diagram calls it, and every version of its words. */
    public record OneMessage(String name, List<Version> versions) {}

    /**
     * One file of words.
     *
     * @param locale BCP 47
     * @param file path below {@code bpmn/}
     */
    public record Version(String channel, String locale, String file) {}

    /**
     * Something that is refused.
     *
     * @param file path below {@code bpmn/}
     * @param line the first is 1
     */
    public record Wrong(String file, int line, String reason) {}
}
