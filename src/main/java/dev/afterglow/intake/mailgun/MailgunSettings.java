package dev.afterglow.intake.mailgun;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Mailgun account that reports to us.
 *
 * @param signingKey the account's HTTP webhook signing key; without one every report is refused
 * @param maxAge how old a signature may be; Mailgun repeats a report for eight hours
 */
@Validated
@ConfigurationProperties("afterglow.intake.mailgun")
record MailgunSettings(
        @Nullable String signingKey,
        @DefaultValue("12h") @NotNull Duration maxAge) {

    @Override
    public String toString() {
        return "MailgunSettings[signingKey=" + (signingKey == null ? "none" : "***") + ", maxAge=" + maxAge + "]";
    }
}
