package dev.afterglow.messaging.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Text messages over an API that speaks as Twilio's does (https://www.twilio.com/docs/messaging/api/message-resource). */
@Component
@WhenSet("afterglow.messaging.sms.account")
class SmsChannel implements Channel {

    // why: codes from https://www.twilio.com/docs/api/errors; these say something about the number, not about us.
    private static final Map<Integer, String> ABOUT_THE_NUMBER =
            Map.of(21610, "opted-out", 21211, "invalid-number", 21614, "invalid-number", 21612, "invalid-number");

    private final SmsSettings settings;
    private final Shops shops;
    private final HttpPost post;
    private final Map<String, String> headers;

    SmsChannel(SmsSettings settings, Shops shops, HttpPost post) {
        this.settings = settings;
        this.shops = shops;
        this.post = post;
        String login = settings.account() + ":" + settings.token();
        this.headers = Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8");
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public String transport() {
        return "twilio";
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
        return understood(post.send(
                settings.messages(), headers, form(envelope, to.get()), settings.deadline(), pointOfNoReturn));
    }

    private String form(Envelope envelope, String to) {
        String from = Objects.requireNonNull(settings.from());
        Form form = new Form()
                .with("To", to)
                .with(from.startsWith("MG") ? "MessagingServiceSid" : "From", from)
                .with("Body", envelope.words().plain());
        String callback = settings.statusCallback();
        if (callback != null && !callback.isBlank()) {
            form.with("StatusCallback", callback + (callback.contains("?") ? "&" : "?") + "message=" + envelope.id());
        }
        return form.toString();
    }

    private static Handover understood(HttpPost.Answer answer) {
        JsonNode told = Told.in(answer.body());
        if (answer.isFine()) {
            return new Handover.Taken(Told.id(told.path("sid")));
        }
        int code = told.path("code").asInt(0);
        IOException cause = new IOException("status " + answer.status() + ", code " + code);
        if (answer.isSurelyNotTaken()) {
            throw new TransientFailure(
                    "the provider of text messages did not take it (" + answer.status() + ")", cause);
        }
        if (answer.status() / 100 != 4) {
            throw new NobodyKnows(cause);
        }
        return new Handover.Refused(ABOUT_THE_NUMBER.getOrDefault(code, "sms-" + (code == 0 ? answer.status() : code)));
    }
}
