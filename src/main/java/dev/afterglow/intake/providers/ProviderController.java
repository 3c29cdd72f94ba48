package dev.afterglow.intake.providers;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.messaging.HearingFromCustomers;
import dev.afterglow.messaging.TakingProviderEvents;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes reports in our own words, signed after Standard Webhooks or with the API key. */
@RestController
class ProviderController {

    private static final int LARGEST_BATCH = 1000;

    private final ProviderSettings settings;
    private final TakingProviderEvents events;
    private final HearingFromCustomers hearing;
    private final Clock clock;

    ProviderController(
            ProviderSettings settings, TakingProviderEvents events, HearingFromCustomers hearing, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** Signed. Source: Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks). */
    @PostMapping(path = "/hooks/provider", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken signed(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = bytes(sent);
        if (!Proof.isConfigured(settings.secret())) {
            throw Strangers.closed("This provider", "afterglow.intake.provider.secret");
        }
        if (!signature(headers).isValid(String.valueOf(settings.secret()).strip(), body, clock.instant())) {
            throw Strangers.refused("webhook-id, webhook-timestamp and webhook-signature do not belong to this body.");
        }
        return taken(body);
    }

    /** With the API key; who does not show it does not come this far. */
    @PostMapping(path = "/api/provider-events", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken withKey(@RequestBody(required = false) byte @Nullable [] sent) {
        return taken(bytes(sent));
    }

    private Taken taken(byte[] body) {
        Field root = Field.root(Json.read(body));
        List<Field> items = root.node() != null && root.node().isArray() ? root.items() : List.of(root);
        if (items.size() > LARGEST_BATCH) {
            throw root.refuse("has more than %d reports".formatted(LARGEST_BATCH));
        }
        List<OurReport> reports = items.stream().map(OurReport::of).toList();
        reports.stream().flatMap(report -> report.inbound().stream()).forEach(hearing::hear);
        return new Taken(
                reports.size(),
                events.take(reports.stream()
                        .flatMap(report -> report.event().stream())
                        .toList()));
    }

    private static ProviderSignature signature(HttpHeaders headers) {
        return new ProviderSignature(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"));
    }

    private static byte[] bytes(byte @Nullable [] sent) {
        return sent == null ? new byte[0] : sent;
    }
}
