package dev.afterglow.console;

import dev.afterglow.messaging.OutgoingWebhooks;
import dev.afterglow.messaging.WebhookDelivery;
import dev.afterglow.messaging.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Outgoing webhooks in plain words. */
@Component
class WebhookDesk {

    static final int MOST = 50;

    private final OutgoingWebhooks webhooks;

    WebhookDesk(OutgoingWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * One endpoint.
     *
     * @param since when it began to fail or was disabled; null while it works
     */
    record Endpoint(
            String name, String state, Tone tone, @Nullable Instant since, boolean disabled) {}

    /** One delivery. */
    record Row(WebhookDelivery delivery, String state, Tone tone) {}

    /** Those that had something lately, and those in trouble. */
    List<Endpoint> endpoints() {
        Map<String, Endpoint> endpoints = new TreeMap<>();
        webhooks.latest(MOST)
                .forEach(delivery -> endpoints.put(
                        delivery.endpoint(), new Endpoint(delivery.endpoint(), "works", Tone.GOOD, null, false)));
        webhooks.inTrouble().forEach(trouble -> endpoints.put(trouble.name(), endpoint(trouble)));
        return List.copyOf(endpoints.values());
    }

    List<Row> latest() {
        return webhooks.latest(MOST).stream().map(WebhookDesk::row).toList();
    }

    private static Endpoint endpoint(WebhookEndpoint trouble) {
        return trouble.disabledAt() == null
                ? new Endpoint(trouble.name(), "fails", Tone.WAITING, trouble.failingSince(), false)
                : new Endpoint(
                        trouble.name(),
                        "disabled" + (trouble.reason() == null ? "" : ": " + trouble.reason()),
                        Tone.TROUBLE,
                        trouble.disabledAt(),
                        true);
    }

    private static Row row(WebhookDelivery delivery) {
        return switch (delivery.status()) {
            case "delivered" -> new Row(delivery, "Delivered", Tone.GOOD);
            case "given-up" -> new Row(delivery, "Given up" + trouble(delivery), Tone.TROUBLE);
            default -> new Row(delivery, "On its way" + trouble(delivery), Tone.WAITING);
        };
    }

    private static String trouble(WebhookDelivery delivery) {
        return delivery.lastTrouble() == null ? "" : ": " + delivery.lastTrouble();
    }
}
