package dev.afterglow.console;

import dev.afterglow.messaging.TextLength;
import java.util.List;

/** What a text message costs, in sentences. */
record Sms(String length, List<String> costly) {

    static Sms of(String text) {
        TextLength length = TextLength.of(text);
        String parts = length.segments() == 1 ? "one message" : length.segments() + " messages";
        String room = length.costly().isEmpty() ? "160" : "70";
        return new Sms("%d characters: %s. One holds %s.".formatted(length.units(), parts, room), length.costly());
    }
}
