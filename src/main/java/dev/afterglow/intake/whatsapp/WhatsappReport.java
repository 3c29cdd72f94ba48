package dev.afterglow.intake.whatsapp;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.providers.Moments;
import dev.afterglow.intake.providers.OurMessage;
import dev.afterglow.messaging.Inbound;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.ProviderEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what WhatsApp reports: several entries, changes and statuses in one body, in any order. Source: Meta, "Cloud API
 * webhooks" (https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components) and "Error codes"
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
 *
 * @param events about our messages
 * @param inbound what customers wrote
 */
record WhatsappReport(List<ProviderEvent> events, List<Inbound> inbound) {

    private static final String CHANNEL = "whatsapp";

    static WhatsappReport of(Field body) {
        WhatsappReport report = new WhatsappReport(new ArrayList<>(), new ArrayList<>());
        Field entries = body.object().at("entry");
        if (entries.isEmpty()) {
            throw entries.refuse("is missing");
        }
        for (Field entry : entries.items()) {
            for (Field change : entry.object().at("changes").items()) {
                report.add(change.object().at("value"));
            }
        }
        return report;
    }

    private void add(Field value) {
        value.at("statuses").items().forEach(status -> events.add(status(status.object())));
        value.at("user_preferences").items().forEach(choice -> events.add(choice(choice.object())));
        value.at("messages").items().forEach(message -> inbound.add(message(message.object())));
    }

    private static ProviderEvent status(Field status) {
        String id = status.at("id").requiredId();
        String word = Objects.requireNonNullElse(status.at("status").text(40), "");
        ProviderEvent bare = ProviderEvent.of(
                        CHANNEL, id + ":" + word, Kind.UNKNOWN, CHANNEL, Moments.seconds(status.at("timestamp")))
                .to(number(status.at("recipient_id")))
                .about(OurMessage.id(status.at("biz_opaque_callback_data").text(100)), id);
        return switch (word) {
            case "sent" -> bare.as(Kind.SENT);
            case "delivered" -> bare.as(Kind.DELIVERED);
            case "read", "played" -> bare.as(Kind.OPENED);
            case "failed" -> failed(bare, status.at("errors").items());
            default -> bare;
        };
    }

    private static ProviderEvent failed(ProviderEvent bare, List<Field> errors) {
        Integer code = errors.isEmpty() ? null : errors.getFirst().at("code").number();
        String words = errors.isEmpty() ? null : errors.getFirst().at("title").text(500);
        return switch (code) {
            case 131050 -> bare.as(Kind.UNSUBSCRIBED).because(Reason.UNSUBSCRIBED, words);
            case 131026 -> bare.as(Kind.BOUNCED).because(Reason.OTHER, words);
            case 130472, 131049 -> bare.as(Kind.BOUNCED).because(Reason.BLOCKED, words);
            case null, default -> bare.as(Kind.FAILED).because(Reason.OTHER, words);
        };
    }

    private static ProviderEvent choice(Field choice) {
        String word = Objects.requireNonNullElse(choice.at("value").text(40), "");
        String number = number(choice.at("wa_id"));
        Field time = choice.at("timestamp");
        return ProviderEvent.of(
                        CHANNEL,
                        Json.hash("user-preference", number, word, String.valueOf(time.id())),
                        switch (word) {
                            case "stop" -> Kind.UNSUBSCRIBED;
                            case "resume" -> Kind.SUBSCRIBED;
                            default -> Kind.UNKNOWN;
                        },
                        CHANNEL,
                        Moments.seconds(time))
                .to(number);
    }

    private static Inbound message(Field message) {
        return new Inbound(
                CHANNEL,
                message.at("id").requiredId(),
                CHANNEL,
                number(message.at("from")),
                text(message),
                message.at("context").at("id").id(),
                null,
                Moments.seconds(message.at("timestamp")));
    }

    // why: a person may write, press a button of a template, or choose from a list.
    private static String text(Field message) {
        Field interactive = message.at("interactive");
        return first(
                message.at("text").at("body").text(5000),
                message.at("button").at("text").text(500),
                interactive.at("button_reply").at("title").text(500),
                interactive.at("list_reply").at("title").text(500));
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static String number(Field field) {
        String digits = field.requiredId();
        return digits.startsWith("+") ? digits : "+" + digits;
    }
}
