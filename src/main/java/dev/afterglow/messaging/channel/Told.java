package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** What a provider told us in JSON, or in something that is none. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private Told() {}

    static JsonNode in(String body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told == null ? MissingNode.getInstance() : told;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A provider's name for a message; null when there is none. */
    static @Nullable String id(JsonNode node) {
        String id = node.asText("");
        return id.isBlank() || id.length() > LONGEST ? null : id;
    }
}
