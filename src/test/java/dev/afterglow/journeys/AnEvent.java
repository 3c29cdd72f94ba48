package dev.afterglow.journeys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a sender tells, as a CloudEvent. */
final class AnEvent {

    private AnEvent() {}

    static Map<String, Object> told(String type, String subject, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", "/tests");
        event.put("type", type);
        event.put("subject", subject);
        event.put("data", data);
        return event;
    }
}
