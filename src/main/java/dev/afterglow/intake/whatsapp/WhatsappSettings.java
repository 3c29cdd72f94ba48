package dev.afterglow.intake.whatsapp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The WhatsApp Cloud API app that reports to us.
 *
 * @param appSecret what Meta signs with; without one every report is refused
 * @param verifyToken what you typed in when the webhook was set up; without one that cannot be done
 */
@ConfigurationProperties("afterglow.intake.whatsapp")
record WhatsappSettings(
        @Nullable String appSecret, @Nullable String verifyToken) {

    @Override
    public String toString() {
        return "WhatsappSettings[appSecret=" + (appSecret == null ? "none" : "***") + "]";
    }
}
