package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** WhatsApp over the Cloud API: free text to who wrote within the last day, a template that Meta approved to all others. */
@Component
@WhenSet("afterglow.messaging.whatsapp.phone-number-id")
class WhatsAppChannel implements Channel {

    // why: codes from https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes.
    private static final Map<Integer, String> REFUSALS = Map.of(
            131047, "outside-window",
            131050, "opted-out",
            131026, "invalid-number",
            132000, "template-refused",
            132001, "template-refused",
            132012, "template-refused",
            132015, "template-refused",
            132016, "template-refused");
    private static final Set<Integer> NOT_NOW =
            Set.of(0, 4, 10, 190, 368, 80007, 130429, 131005, 131016, 131048, 131056, 131057, 133010);
    private static final int SOMETHING_WENT_WRONG = 131000;

    private final WhatsAppSettings settings;
    private final WhatsAppWindows windows;
    private final Shops shops;
    private final HttpPost post;

    WhatsAppChannel(WhatsAppSettings settings, WhatsAppWindows windows, Shops shops, HttpPost post) {
        this.settings = settings;
        this.windows = windows;
        this.shops = shops;
        this.post = post;
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public String transport() {
        return "whatsapp-cloud";
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        String region = Locale.forLanguageTag(envelope.locale()).getCountry();
        Shop shop = shops.of(envelope.shop());
        Optional<String> to = Phones.e164(
                envelope.to(),
                region,
                shop.country(),
                settings.region(),
                shop.locale().getCountry());
        if (to.isEmpty()) {
            return new Handover.Refused("invalid-number");
        }
        boolean free = windows.isOpen(to.get()) && !envelope.words().plain().isBlank();
        if (!free && envelope.words().fields().getOrDefault("template", "").isBlank()) {
            return new Handover.Refused("outside-window");
        }
        String body = free ? WhatsAppMessage.text(envelope, to.get()) : WhatsAppMessage.template(envelope, to.get());
        return understood(post.send(
                settings.messages(),
                Map.of("Authorization", "Bearer " + settings.token(), "Content-Type", "application/json"),
                body,
                settings.deadline(),
                pointOfNoReturn));
    }

    private static Handover understood(HttpPost.Answer answer) {
        JsonNode told = Told.in(answer.body());
        if (answer.isFine()) {
            return new Handover.Taken(Told.id(told.path("messages").path(0).path("id")));
        }
        int code = told.path("error").path("code").asInt(-1);
        IOException cause = new IOException("status " + answer.status() + ", code " + code);
        if (REFUSALS.containsKey(code)) {
            return new Handover.Refused(REFUSALS.get(code));
        }
        if (NOT_NOW.contains(code) || answer.isSurelyNotTaken()) {
            throw new TransientFailure("WhatsApp did not take it (" + answer.status() + ")", cause);
        }
        if (answer.status() / 100 != 4 || code == SOMETHING_WENT_WRONG) {
            throw new NobodyKnows(cause);
        }
        return new Handover.Refused("whatsapp-" + (code < 0 ? answer.status() : code));
    }
}
