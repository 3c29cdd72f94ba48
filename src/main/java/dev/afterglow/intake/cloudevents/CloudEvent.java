package dev.afterglow.intake.cloudevents;

import dev.afterglow.intake.Field;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes we read of a CloudEvent 1.0 (https://github.com/cloudevents/spec). Source and id together name it.
 *
 * @param subject what it happened to; journeys wait with it
 * @param shop whose it is; an extension attribute, the main shop's when it is not there
 * @param data what happened, a place in the document it came in
 */
record CloudEvent(
        String source,
        String id,
        String type,
        String subject,
        ShopKey shop,
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
                event.at("source").requiredText(240),
                event.at("id").requiredText(250),
                type(event.at("type")),
                event.at("subject").requiredText(190),
                shop(event.at("shop")),
                event.at("time").instant(),
                event.at("data"));
    }

    private static ShopKey shop(Field field) {
        String name = field.text(100);
        try {
            return name == null ? ShopKey.MAIN : new ShopKey(name);
        } catch (IllegalArgumentException e) {
            throw field.refuse("must be a shop's name: up to 30 lower-case letters, digits and dashes");
        }
    }

    private static String type(Field field) {
        String type = field.requiredText(100);
        if (!TYPE.matcher(type).matches()) {
            throw field.refuse("must be words joined by dots, such as order.paid");
        }
        return type;
    }
}
