package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes WooCommerce's webhooks. */
@RestController
@RequestMapping({"/hooks/woocommerce", "/hooks/woocommerce/{account}"})
class WoocommerceController {

    private static final String SIGNATURE = "X-WC-Webhook-Signature";

    private final WoocommerceSettings settings;
    private final Intake intake;
    private final Orders orders;
    private final Clock clock;

    WoocommerceController(WoocommerceSettings settings, Intake intake, Orders orders, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.orders = orders;
        this.clock = clock;
    }

    /** The first knock of a new webhook: a form with its number and no signature, which only wants a 200. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Map<String, String> ping() {
        return Map.of("outcome", "pong");
    }

    /** Answers 2xx only when all is committed; WooCommerce switches a webhook off that failed five times in a row. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Recording> take(
            @PathVariable(name = "account", required = false) @Nullable String name,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] body) {
        Account account = proven(name, headers.getFirst(SIGNATURE), body);
        String topic = header(headers, "Topic");
        Field json = Field.root(Json.read(body)).object();
        WoocommerceReport report = new WoocommerceReport(sender(name), account.shop(), orders::find, clock.instant());
        List<Told> told = report.of(
                topic,
                json,
                Objects.requireNonNullElse(headers.getFirst("X-WC-Webhook-Delivery-ID"), ""),
                new String(body, StandardCharsets.UTF_8));
        // why: a shop may send more than is used here, and a webhook that is refused is switched off.
        return told.isEmpty() ? List.of(new Recording("ignored", "", "topic-not-used")) : intake.take(told);
    }

    private Account proven(@Nullable String name, @Nullable String signature, byte[] body) {
        Account account = settings.account(name)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.NOT_FOUND, "No such account", "There is no account of this name here."));
        if (account.secrets().isEmpty()) {
            throw Strangers.closed("WooCommerce", WoocommerceSettings.setting(name));
        }
        if (signature == null) {
            throw Strangers.refused("Header %s is missing.".formatted(SIGNATURE));
        }
        if (!WoocommerceSignature.isValid(account, body, signature)) {
            throw Strangers.refused("The signature in %s does not belong to this body.".formatted(SIGNATURE));
        }
        return account;
    }

    static String sender(@Nullable String name) {
        return name == null ? "woocommerce" : "woocommerce:" + name;
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst("X-WC-Webhook-" + name);
        if (value == null || value.isBlank() || value.length() > 200) {
            throw Refusal.wrongShape("Header X-WC-Webhook-%s is missing.".formatted(name));
        }
        return value.strip();
    }
}
