package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person can switch on and off.
 *
 * @param said what the person said about it last; null when nothing
 * @param on whether these messages come now
 */
public record Switch(String channel, Topic topic, @Nullable Consent said, boolean on) {

    /** The name it goes by in the form. */
    public String name() {
        return channel + "." + topic.word();
    }
}
