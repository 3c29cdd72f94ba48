package dev.afterglow.messaging;

import dev.afterglow.messaging.channel.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of messages: {@code afterglow.messages} by channel, transport, status and reason. */
@Component
class MessageCounter {

    private final MeterRegistry meters;

    MessageCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Channel channel, Delivery delivery) {
        String reason = switch (delivery) {
            case Delivery.Silent silent -> silent.reason();
            case Delivery.Deferred deferred -> deferred.reason();
            case Delivery.Rejected rejected -> rejected.reason();
            case Delivery.Sent sent -> "none";
            case Delivery.Uncertain uncertain -> "none";
        };
        String status = delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter(
                        "afterglow.messages",
                        "channel",
                        channel.name(),
                        "transport",
                        channel.transport(),
                        "status",
                        status,
                        "reason",
                        reason)
                .increment();
    }
}
