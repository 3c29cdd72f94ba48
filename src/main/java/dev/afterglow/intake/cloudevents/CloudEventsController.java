package dev.afterglow.intake.cloudevents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.journey.Recording;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes CloudEvents 1.0 over HTTP, in structured, batched and binary form. Source: CloudEvents HTTP protocol binding
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md).
 */
@RestController
@RequestMapping("/events")
class CloudEventsController {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final List<String> ATTRIBUTES =
            List.of("specversion", "id", "source", "type", "subject", "time", "shop");
    private static final int LARGEST_BATCH = 1000;

    private final Intake intake;
    private final Vocabulary vocabulary;

    CloudEventsController(Intake intake, Vocabulary vocabulary) {
        this.intake = intake;
        this.vocabulary = vocabulary;
    }

    @PostMapping(consumes = STRUCTURED)
    Recording structured(@RequestBody byte[] body) {
        return intake.take(List.of(told(Field.root(Json.read(body))))).getFirst();
    }

    /** All of it or nothing: one wrong event refuses the batch, and says which. */
    @PostMapping(consumes = BATCH)
    List<Recording> batch(@RequestBody byte[] body) {
        List<Field> events = Field.root(Json.read(body)).items();
        if (events.size() > LARGEST_BATCH) {
            throw Refusal.wrongShape("The batch has more than %d events.".formatted(LARGEST_BATCH));
        }
        return intake.take(events.stream().map(this::told).toList());
    }

    /** The attributes are headers, and the body is the data. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording binary(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        if (headers.getFirst("ce-specversion") == null) {
            throw Refusal.wrongShape(
                    "Header ce-specversion is missing; send the attributes as ce- headers, or the whole" + " event as "
                            + STRUCTURED + ".");
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String attribute : ATTRIBUTES) {
            String value = headers.getFirst("ce-" + attribute);
            if (value != null) {
                event.put(attribute, decoded(value));
            }
        }
        event.set("data", Json.read(body));
        return intake.take(List.of(told(Field.root(event)))).getFirst();
    }

    private Told told(Field event) {
        return vocabulary.told(CloudEvent.of(event), event.pointer(), String.valueOf(event.node()));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongShape("A ce- header is not percent-encoded as it should be.");
        }
    }
}
