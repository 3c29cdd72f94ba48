package dev.afterglow.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is let in.
 *
 * @param oldest how long ago something may have happened for journeys to hear of it
 * @param notPeople e-mail addresses from which no person orders, {@code *} for anything: their orders are tests
 */
@Validated
@ConfigurationProperties("afterglow.intake")
record IntakeSettings(
        @DefaultValue("14d") @NotNull Duration oldest,
        @DefaultValue List<String> notPeople) {}
