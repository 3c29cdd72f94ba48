package dev.afterglow.intake.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Writes events of our vocabulary as JSON Schema (https://json-schema.org/draft/2020-12). */
final class EventSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long LARGEST = 1_000_000_000_000_000L;

    private EventSchema() {}

    /** The whole event in its structured form. */
    static ObjectNode of(OurEvent event) {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", event.name() + ".json")
                .put("title", event.name())
                .put("description", event.says())
                .put("type", "object");
        boolean needsData = event.data().parts().stream().anyMatch(Shape.Part::required);
        Stream.concat(
                        Stream.of("specversion", "id", "source", "type", "subject"),
                        needsData ? Stream.of("data") : Stream.empty())
                .forEach(schema.withArray("required")::add);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        text(properties.putObject("id"), 250).put("description", "Names the event, together with its source.");
        text(properties.putObject("source"), 240).put("description", "Who tells it, such as /shops/main.");
        properties.putObject("type").put("const", event.name());
        text(properties.putObject("subject"), 190).put("description", event.subject());
        types(properties.putObject("time").put("format", "date-time"), false, "string")
                .put("description", "When it happened, at most 26 hours ahead of us; now if left out.");
        types(properties.putObject("shop").put("pattern", "^$|^[a-z0-9][a-z0-9-]{0,29}$"), false, "string")
                .put("description", "Whose it is on an installation of several shops; the main shop's if left out.");
        properties.set("data", schema(event.data(), needsData));
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, int longest) {
        return schema.put("type", "string").put("maxLength", longest).put("pattern", "\\S");
    }

    private static ObjectNode schema(Shape shape, boolean required) {
        ObjectNode schema = NODES.objectNode();
        switch (shape) {
            case Shape.Plain plain -> plain(schema, plain, required);
            case Shape.Word word -> word(schema, word, required);
            case Shape.Name name ->
                types(schema, required, "string").put("pattern", "^" + Shape.Name.PATTERN.pattern() + "$");
            case Shape.Many many -> types(schema, required, "array").set("items", item(many.each()));
            case Shape.Group group -> group(schema, group, required);
        }
        return schema;
    }

    // why: an empty line of an address is left out, not refused.
    private static ObjectNode item(Shape each) {
        ObjectNode item = schema(each, true);
        return each == Shape.Plain.TEXT ? item.without("pattern") : item;
    }

    private static void plain(ObjectNode schema, Shape.Plain plain, boolean required) {
        switch (plain) {
            case TEXT -> types(schema, required, "string");
            case ID ->
                types(schema, required, "string", "integer")
                        .put("pattern", "\\S")
                        .put("maxLength", 190);
            case AMOUNT ->
                types(schema, required, "number", "string")
                        .put("pattern", "^[+-]?([0-9]{1,15}([.][0-9]{0,20})?|[.][0-9]{1,20})$")
                        .put("exclusiveMinimum", -LARGEST)
                        .put("exclusiveMaximum", LARGEST);
            case WHOLE ->
                types(schema, required, "integer")
                        .put("minimum", Integer.MIN_VALUE)
                        .put("maximum", Integer.MAX_VALUE);
            case FLAG -> types(schema, required, "boolean");
            case MOMENT -> types(schema, required, "string").put("format", "date-time");
            case DAY -> types(schema, required, "string").put("format", "date");
            case CURRENCY -> types(schema, required, "string").put("pattern", "^[A-Z]{3}$");
            case COUNTRY -> types(schema, required, "string").put("pattern", "^[A-Za-z]{2}$");
            case ZONE -> types(schema, required, "string").put("description", "A time zone such as Europe/Berlin.");
        }
        if (required && plain == Shape.Plain.TEXT) {
            schema.put("pattern", "\\S");
        }
    }

    private static void word(ObjectNode schema, Shape.Word word, boolean required) {
        ArrayNode words = schema.putArray("enum");
        word.words().forEach(words::add);
        if (!required) {
            words.addNull();
        }
    }

    private static void group(ObjectNode schema, Shape.Group group, boolean required) {
        types(schema, required, "object");
        List<String> needed = group.parts().stream()
                .filter(Shape.Part::required)
                .map(Shape.Part::name)
                .toList();
        if (!needed.isEmpty()) {
            needed.forEach(schema.withArray("required")::add);
        }
        ObjectNode properties = schema.putObject("properties");
        for (Shape.Part part : group.parts()) {
            ObjectNode inner = schema(part.shape(), part.required());
            if (!part.says().isEmpty()) {
                inner.put("description", part.says());
            }
            properties.set(part.name(), inner);
        }
    }

    // why: JSON null counts as not there.
    private static ObjectNode types(ObjectNode schema, boolean required, String... types) {
        List<JsonNode> all = Stream.concat(Stream.of(types), required ? Stream.empty() : Stream.of("null"))
                .<JsonNode>map(NODES::textNode)
                .toList();
        schema.set("type", all.size() == 1 ? all.getFirst() : NODES.arrayNode().addAll(all));
        return schema;
    }
}
