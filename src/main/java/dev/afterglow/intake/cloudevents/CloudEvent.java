package dev.afterglow.intake.cloudevents;

import dev.afterglow.intake.Field;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes we read of a CloudEvent 1.0 (https://github.com/cloudevents/spec). Source and id together name it.
 *
 * @param subject what it happened to; journeys wait with it
 * @param data what happened, a place in the document it came in
 */
record CloudEvent(
        String source,
        String id,
        String type,
        String subject,
        @Nullable Instant time,
        Field data) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    /** Reads the structured form, where everything is in one JSON object. */
    static CloudEvent of(Field event) {
        event.object();
        if (!Objects.equals(event.at("specversion").text(10), "1.0")) {
            throw event.at("specversion").refuse("must be \"1.0\"");
        }
        return new CloudEvent(
                required(event.at("source"), 240),
                required(event.at("id"), 250),
                type(event.at("type")),
                required(event.at("subject"), 190),
                event.at("time").instant(),
                event.at("data"));
    }

    private static String type(Field field) {
        String type = required(field, 100);
        if (!TYPE.matcher(type).matches()) {
            throw field.refuse("must be words joined by dots, such as order.paid");
        }
        return type;
    }

    private static String required(Field field, int longest) {
        String text = field.text(longest + 1);
        if (text == null) {
            throw field.refuse("is missing");
        }
        if (text.length() > longest) {
            throw field.refuse("is longer than %d characters".formatted(longest));
        }
        return text;
    }
}
