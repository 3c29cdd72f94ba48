package dev.afterglow.messaging.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says so at the start when real mails would carry addresses that customers cannot open. */
@Component
class PublicUrlCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PublicUrlCheck.class);

    private final PageSettings settings;
    private final Environment environment;

    PublicUrlCheck(PageSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            return;
        }
        if (settings.isLocal()) {
            LOG.error(
                    "Mail leaves, but every link in it leads to {}, which no customer can open: nobody can unsubscribe. "
                            + "Set AFTERGLOW_PUBLIC_URL to the https address customers reach this app by, and restart.",
                    settings.publicUrl());
        } else if (!settings.publicUrl().startsWith("https:")) {
            LOG.error(
                    "Mail programs offer one-click unsubscribe for https only (RFC 8058), and {} is not. "
                            + "Set AFTERGLOW_PUBLIC_URL and restart.",
                    settings.publicUrl());
        }
    }
}
