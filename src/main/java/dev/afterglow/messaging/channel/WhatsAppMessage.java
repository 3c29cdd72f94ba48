package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages as the Cloud API wants them (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages). */
final class WhatsAppMessage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WhatsAppMessage() {}

    /** Free text, for who wrote to us within the last day. */
    static String text(Envelope envelope, String number) {
        ObjectNode message = to(envelope, number, "text");
        message.set(
                "text",
                JSON.objectNode()
                        .put("preview_url", false)
                        .put("body", envelope.words().plain().strip()));
        return message.toString();
    }

    /** A template that Meta approved, with what it leaves open filled in. */
    static String template(Envelope envelope, String number) {
        Map<String, String> fields = envelope.words().fields();
        ObjectNode template = JSON.objectNode().put("name", fields.get("template"));
        String language =
                fields.getOrDefault("template-language", envelope.locale().replace('-', '_'));
        template.set("language", JSON.objectNode().put("code", language));
        List<String> parameters = parameters(fields.getOrDefault("parameters", ""));
        if (!parameters.isEmpty()) {
            ArrayNode filled = JSON.arrayNode();
            parameters.forEach(
                    text -> filled.add(JSON.objectNode().put("type", "text").put("text", text)));
            ObjectNode body = JSON.objectNode().put("type", "body");
            body.set("parameters", filled);
            template.set("components", JSON.arrayNode().add(body));
        }
        ObjectNode message = to(envelope, number, "template");
        message.set("template", template);
        return message.toString();
    }

    private static ObjectNode to(Envelope envelope, String number, String type) {
        return JSON.objectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", number.substring(1))
                .put("biz_opaque_callback_data", envelope.id())
                .put("type", type);
    }

    /** One for each line, or the items of a JSON array. */
    private static List<String> parameters(String field) {
        if (field.strip().startsWith("[")) {
            List<String> items = new ArrayList<>();
            for (JsonNode item : Told.in(field)) {
                items.add(item.asText());
            }
            return items;
        }
        return field.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
