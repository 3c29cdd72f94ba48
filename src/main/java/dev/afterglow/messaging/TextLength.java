package dev.afterglow.messaging;

import dev.afterglow.messaging.words.SmsLength;
import java.util.List;

/**
 * How long a text message is, and what makes it so.
 *
 * @param units characters, as the phone network counts them
 * @param segments how many messages are paid for
 * @param costly the characters that leave room for 70 instead of 160 in one message, each once
 */
public record TextLength(int units, int segments, List<String> costly) {

    /** Measures a text as it is sent. */
    public static TextLength of(String text) {
        SmsLength length = SmsLength.of(text.strip());
        return new TextLength(length.units(), length.segments(), length.forcing());
    }
}
