package dev.afterglow.messaging.words;

/**
 * Words that exist, and where.
 *
 * @param journey process id
 * @param name as the diagram calls the message
 * @param locale BCP 47, as in the file's name
 * @param file path below {@code bpmn/}
 */
public record WordsAt(String journey, String name, String channel, String locale, String file) {}
