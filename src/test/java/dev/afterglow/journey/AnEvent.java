package dev.afterglow.journey;

import java.time.Instant;

/** Events as senders would report them. */
final class AnEvent {

    static final String BODY = "{\"note\": \"Grüße, 你好, 😀, it's 100 % \\\\ done\"}";

    private AnEvent() {}

    static Event about(String order) {
        return told("shop", "id", "content", order);
    }

    static Event silent(String order, String reason) {
        return told("shop", "id", "content", order, reason);
    }

    static Event told(String sender, String id, String content, String order) {
        return told(sender, id, content, order, null);
    }

    private static Event told(String sender, String id, String content, String order, String silence) {
        Instant occurred = Instant.parse("2026-11-21T09:00:00Z");
        return new Event(sender, id, content, "order.paid", order, order, null, silence, BODY, occurred);
    }
}
