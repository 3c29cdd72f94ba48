package dev.afterglow.intake.postmark;

import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;

/**
 * The Postmark server that reports to us. It signs nothing: it shows a user and password, or a secret in a header, over TLS.
 *
 * @param user for HTTP basic
 * @param password for HTTP basic; without it and without a header secret every report is refused
 * @param header the name of a header of your own
 * @param headerSecret what it holds
 */
@ConfigurationProperties("afterglow.intake.postmark")
record PostmarkSettings(
        @DefaultValue("postmark") String user,
        @Nullable String password,
        @DefaultValue("X-Afterglow-Secret") String header,
        @Nullable String headerSecret) {

    boolean isConfigured() {
        return Proof.isConfigured(password) || Proof.isConfigured(headerSecret);
    }

    boolean isShownIn(HttpHeaders headers) {
        return Proof.isShown(headerSecret, headers.getFirst(header))
                || (Proof.isConfigured(password)
                        && Proof.isShown(basic(), headers.getFirst(HttpHeaders.AUTHORIZATION)));
    }

    private String basic() {
        String both = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PostmarkSettings[user=" + user + ", header=" + header + "]";
    }
}
