package dev.afterglow.intake.twilio;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Twilio account that reports to us.
 *
 * @param authToken what Twilio signs with; without one every report is refused
 * @param baseUrl where Twilio reaches us, such as {@code https://shop.example}; needed behind a proxy, for the signature
 *     covers the whole address
 */
@ConfigurationProperties("afterglow.intake.twilio")
record TwilioSettings(@Nullable String authToken, @Nullable String baseUrl) {

    @Override
    public String toString() {
        return "TwilioSettings[authToken=" + (authToken == null ? "none" : "***") + ", baseUrl=" + baseUrl + "]";
    }
}
