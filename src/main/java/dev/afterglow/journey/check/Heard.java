package dev.afterglow.journey.check;

import org.jspecify.annotations.Nullable;

/**
 * What an event, or a receive task, listens for.
 *
 * @param what such as {@code message}, {@code timer} or {@code error}, as in the file
 * @param name the name of the message, or what kind of timer: {@code timeDuration}, {@code timeDate}, {@code timeCycle}
 * @param value the correlation key of a message, or how long or until when a timer runs; null when there is none
 */
public record Heard(String what, String name, @Nullable String value) {

    static final String MESSAGE = "message";
    static final String TIMER = "timer";

    boolean isMessage() {
        return what.equals(MESSAGE);
    }

    boolean isTimer() {
        return what.equals(TIMER);
    }
}
