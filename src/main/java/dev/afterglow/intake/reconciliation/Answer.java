package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a shop said. */
record Answer(int status, HttpHeaders headers, String body) {

    /**
     * Its body.
     *
     * @throws PullFailed when it is no JSON
     */
    JsonNode json() {
        try {
            return Json.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (Refusal notJson) {
            throw new PullFailed(Trouble.NOT_UNDERSTOOD);
        }
    }

    /**
     * The things in this list.
     *
     * @throws PullFailed when it is none
     */
    static List<JsonNode> list(JsonNode node) {
        if (!node.isArray()) {
            throw new PullFailed(Trouble.NOT_UNDERSTOOD);
        }
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }
}
