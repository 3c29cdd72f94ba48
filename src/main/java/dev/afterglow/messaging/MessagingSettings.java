package dev.afterglow.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sent.
 *
 * @param uncertain what to do with those that may or may not have left
 */
@Validated
@ConfigurationProperties("afterglow.messaging")
record MessagingSettings(@DefaultValue @Valid Uncertain uncertain) {

    /**
     * Rules for messages nobody knows about.
     *
     * @param service whether a service message is sent once more; marketing never is
     * @param evidenceWithin how long to wait for a sign that it arrived
     */
    record Uncertain(
            @DefaultValue("resend-once") @NotNull Rule service,
            @DefaultValue("15m") @NotNull Duration evidenceWithin) {}

    /** What to do with a service message. */
    enum Rule {
        /** Look for evidence, then send it once more under the same Message-ID. */
        RESEND_ONCE,
        /** Leave it to a person. */
        LEAVE
    }
}
