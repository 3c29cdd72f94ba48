package dev.afterglow.messaging.channel;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Letters that a person prints and posts.
 *
 * @param within how long that may take
 */
@Validated
@ConfigurationProperties("afterglow.messaging.letter")
record LetterSettings(@DefaultValue("7d") @NotNull Duration within) {}
