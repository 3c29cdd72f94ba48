package dev.afterglow.messaging.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are handed to the mail server of {@code spring.mail.*}.
 *
 * @param connections how many may be open at once
 * @param mailsPerConnection how many mails go over one before it is closed; some providers allow only so many
 * @param idle how long an unused one stays open
 * @param deadline for one hand-over, from waiting for a connection to the server's last word; shorter than the lease of
 *     the ledger
 * @param idempotencyHeader what the provider recognises repeated mails by, such as {@code Resend-Idempotency-Key}
 * @param idempotencyWindow for how long it does so
 * @param unsubscribeMailto an address that takes unsubscriptions by mail
 * @param feedbackSender the last part of Feedback-ID, by which Gmail tells senders apart; none: from the sender's domain
 */
@Validated
@ConfigurationProperties("afterglow.messaging.smtp")
record SmtpSettings(
        @DefaultValue("8") @Min(1) @Max(64) int connections,
        @DefaultValue("100") @Min(1) int mailsPerConnection,
        @DefaultValue("30s") @NotNull Duration idle,

        @DefaultValue("60s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 75)
        Duration deadline,

        @Nullable @Pattern(regexp = "[A-Za-z][A-Za-z0-9-]*") String idempotencyHeader,

        @DefaultValue("0s") @NotNull Duration idempotencyWindow,
        @Nullable String unsubscribeMailto,

        @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{5,15}") String feedbackSender,

        @DefaultValue @Valid Dkim dkim) {

    SmtpSettings {
        Complete.together(
                "afterglow.messaging.smtp",
                "idempotency-header",
                idempotencyHeader,
                "idempotency-window",
                idempotencyWindow.isPositive() ? idempotencyWindow : null);
    }

    /**
     * Signing mails ourselves (RFC 6376), where the mail server does not.
     *
     * @param domain in whose name
     * @param selector which of the domain's keys
     * @param privateKey PKCS#8 as PEM, RSA or Ed25519; or the path of a file that holds it
     */
    record Dkim(
            @Nullable String domain,
            @Nullable String selector,
            @Nullable String privateKey) {

        Dkim {
            Complete.together(
                    "afterglow.messaging.smtp.dkim", "domain", domain, "selector", selector, "private-key", privateKey);
        }

        @Override
        public String toString() {
            return "Dkim[domain=%s, selector=%s]".formatted(domain, selector);
        }
    }
}
