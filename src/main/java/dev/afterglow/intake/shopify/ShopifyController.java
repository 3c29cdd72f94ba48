package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.journey.Recording;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes Shopify's webhooks. */
@RestController
class ShopifyController {

    private final ShopifySettings settings;
    private final ShopifyCompliance compliance;
    private final ShopifyDesk desk;
    private final Intake intake;
    private final Clock clock;

    ShopifyController(
            ShopifySettings settings, ShopifyCompliance compliance, ShopifyDesk desk, Intake intake, Clock clock) {
        this.settings = settings;
        this.compliance = compliance;
        this.desk = desk;
        this.intake = intake;
        this.clock = clock;
    }

    /** Answers 2xx only when all is committed; Shopify sends again otherwise, for four hours. */
    @PostMapping(path = "/hooks/shopify", consumes = MediaType.APPLICATION_JSON_VALUE)
    Recording take(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        ShopifyHeaders headers = ShopifyHeaders.of(request::getHeader);
        ShopifyShop shop = settings.shop(headers.domain());
        if (!ShopifySignature.isValid(shop.secrets(), body, headers.signature())) {
            throw unsigned(shop, headers);
        }
        return take(report(shop, headers, body));
    }

    private Recording take(ShopifyReport report) {
        return (ShopifyCompliance.isAsked(report) ? compliance.take(report) : told(report))
                // why: a shop may subscribe to more than is used here, and Shopify deletes subscriptions that are
                // refused.
                .orElseGet(() -> new Recording("ignored", "", "topic-not-used"));
    }

    private Optional<Recording> told(ShopifyReport report) {
        return desk.told(report).map(told -> intake.take(List.of(told)).getFirst());
    }

    private ShopifyReport report(ShopifyShop shop, ShopifyHeaders headers, byte[] body) {
        return new ShopifyReport(
                shop,
                headers.requiredTopic(),
                Json.read(body),
                new String(body, StandardCharsets.UTF_8),
                headers.id(),
                headers.at().orElseGet(clock::instant));
    }

    private static Refusal unsigned(ShopifyShop shop, ShopifyHeaders headers) {
        String detail = shop.secrets().isEmpty()
                ? "No Shopify secret is configured for this shop here (afterglow.intake.shopify)."
                : headers.signature() == null
                        ? "Header X-Shopify-Hmac-SHA256 is missing."
                        : "The signature in X-Shopify-Hmac-SHA256 does not belong to this body.";
        return new Refusal(HttpStatus.UNAUTHORIZED, "Bad signature", detail);
    }
}
