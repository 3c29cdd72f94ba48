package dev.afterglow.intake.postmark;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.TakingProviderEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes Postmark's webhooks. */
@RestController
class PostmarkController {

    private final PostmarkSettings settings;
    private final TakingProviderEvents events;

    PostmarkController(PostmarkSettings settings, TakingProviderEvents events) {
        this.settings = settings;
        this.events = events;
    }

    @PostMapping(path = "/hooks/postmark", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken take(@RequestHeader HttpHeaders headers, @RequestBody(required = false) byte @Nullable [] sent) {
        if (!settings.isConfigured()) {
            throw Strangers.closed("Postmark", "afterglow.intake.postmark.password");
        }
        if (!settings.isShownIn(headers)) {
            throw Strangers.refused("Neither the user and password nor the secret header are the configured ones.");
        }
        ProviderEvent event = PostmarkEvent.of(Field.root(Json.read(sent == null ? new byte[0] : sent)));
        return new Taken(1, events.take(List.of(event)));
    }
}
