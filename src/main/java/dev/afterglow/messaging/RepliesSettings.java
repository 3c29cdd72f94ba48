package dev.afterglow.messaging;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is made of what customers write back.
 *
 * @param stopEnds what STOP ends on the channel it came by
 * @param confirmStop whether we confirm it; false where the provider does
 */
@Validated
@ConfigurationProperties("afterglow.replies")
record RepliesSettings(
        @DefaultValue("everything") @NotNull Scope stopEnds,
        @DefaultValue("true") boolean confirmStop) {

    /** How far STOP reaches. */
    enum Scope {
        /** Every message on this channel. */
        EVERYTHING,
        /** Marketing; messages about orders still come. */
        MARKETING
    }
}
