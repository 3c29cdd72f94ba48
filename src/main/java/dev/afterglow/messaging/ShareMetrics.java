package dev.afterglow.messaging;

import dev.afterglow.messaging.ProviderEvent.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How much of what was sent in the last 24 hours came back as a hard bounce or a complaint. Above a few in a hundred and
 * one in a thousand providers close accounts.
 */
@Component
class ShareMetrics {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final ProviderEvents events;
    private final Messages messages;
    private final Clock clock;

    ShareMetrics(ProviderEvents events, Messages messages, Clock clock, MeterRegistry meters) {
        this.events = events;
        this.messages = messages;
        this.clock = clock;
        for (String channel : List.of("email", "sms", "whatsapp")) {
            for (Kind kind : List.of(Kind.BOUNCED, Kind.COMPLAINED)) {
                Gauge.builder("afterglow.provider.share", this, metrics -> metrics.share(kind, channel))
                        .tag("channel", channel)
                        .tag("kind", kind.word())
                        .register(meters);
            }
        }
    }

    /** From 0 to 1; 0 when nothing was sent. */
    double share(Kind kind, String channel) {
        Instant since = clock.instant().minus(WINDOW);
        long sent = messages.countSent(channel, since);
        return sent == 0 ? 0 : Math.min(1, (double) events.count(kind, channel, since) / sent);
    }
}
