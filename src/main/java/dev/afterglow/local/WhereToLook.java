package dev.afterglow.local;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Tells whoever started a local run where to look and how to sign in. */
final class WhereToLook {

    private static final Logger log = LoggerFactory.getLogger(WhereToLook.class);

    private final ConfigurableEnvironment environment;
    private final DataFolder folder;
    private final LocalBroker broker;

    WhereToLook(ConfigurableEnvironment environment, DataFolder folder, LocalBroker broker) {
        this.environment = environment;
        this.folder = folder;
        this.broker = broker;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        log.info("{}", text());
    }

    String text() {
        return """
                Afterglow runs on this machine
                  Console         http://localhost:%s/   user admin, password %s
                  API key         %s
                  Shopify secret  %s
                  Data            %s
                  Broker          %s, %s; log %s
                """.formatted(
                environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")),
                shown(Secrets.CONSOLE_PASSWORD),
                shown(Secrets.API_KEY),
                shown(Secrets.SHOPIFY_SECRET),
                folder.path(),
                environment.getProperty("camunda.client.grpc-address"),
                word(broker.state()),
                folder.brokerLog()).stripTrailing();
    }

    private String shown(String secret) {
        PropertySource<?> filledIn = environment.getPropertySources().get(LocalMode.FILLED_IN);
        @Nullable Object generated = filledIn == null ? null : filledIn.getProperty(secret);
        return generated == null ? "as configured" : generated.toString();
    }

    private static String word(BrokerState state) {
        return switch (state) {
            case BrokerState.Running running -> "running";
            case BrokerState.Starting starting -> "starting";
            case BrokerState.Down(String reason) -> "down (" + reason + ")";
        };
    }
}
