package dev.afterglow.messaging.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Text messages by Twilio, or whoever speaks as it does.
 *
 * @param url where its API is
 * @param account the account's id (SID)
 * @param token the account's secret
 * @param from the sending number in E.164, an alphanumeric sender, or a messaging service ({@code MG...})
 * @param statusCallback our public address for news about messages; {@code message=ID} is added to it
 * @param region the country of numbers without one, where the customer's language names none (ISO 3166)
 * @param deadline for one hand-over
 */
@Validated
@ConfigurationProperties("afterglow.messaging.sms")
record SmsSettings(
        @DefaultValue("https://api.twilio.com") @NotBlank String url,
        @Nullable String account,
        @Nullable String token,
        @Nullable String from,
        @Nullable String statusCallback,
        @Nullable @Pattern(regexp = "([A-Z]{2})?") String region,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 75)
        Duration deadline) {

    SmsSettings {
        Complete.together("afterglow.messaging.sms", "account", account, "token", token, "from", from);
        WebAddress.read("afterglow.messaging.sms.url", url);
    }

    URI messages() {
        return URI.create("%s/2010-04-01/Accounts/%s/Messages.json".formatted(url, account));
    }

    @Override
    public String toString() {
        return "SmsSettings[url=%s, account=%s, from=%s]".formatted(url, account, from);
    }
}
