package dev.afterglow.intake.shopify;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Order;
import dev.afterglow.order.ShippingAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a buyer said about marketing: the account's own consent with its time where Shopify sends it, else the box
 * at the checkout. Source: Shopify, "Customer" (https://shopify.dev/docs/api/admin-rest/latest/resources/customer).
 */
final class ShopifyConsent {

    private ShopifyConsent() {}

    static List<Fact> said(Field body, Order order, ConsentSettings settings) {
        Field account = body.at("customer");
        if (account.at("id").isEmpty() && order.email() == null) {
            return List.of();
        }
        ShippingAddress to = order.shipTo();
        State unconfirmed = settings.unconfirmed(to == null ? null : to.country());
        List<Fact> facts = new ArrayList<>();
        Field mail = account.at("email_marketing_consent");
        if (!mail.isEmpty()) {
            facts.addAll(account("email", mail, order, unconfirmed));
        } else if (body.at("buyer_accepts_marketing").flag()) {
            facts.addAll(all("email", unconfirmed, "buyer_accepts_marketing", order, order.placedAt()));
        }
        facts.addAll(account("sms", account.at("sms_marketing_consent"), order, unconfirmed));
        return facts;
    }

    private static List<Fact> account(String channel, Field consent, Order order, State unconfirmed) {
        String level = consent.at("opt_in_level").text(50);
        Instant at = consent.at("consent_updated_at").instant();
        return state(consent.at("state").text(50), level, unconfirmed)
                .map(state -> all(channel, state, level, order, at == null ? order.placedAt() : at))
                .orElse(List.of());
    }

    private static Optional<State> state(@Nullable String told, @Nullable String level, State unconfirmed) {
        return switch (Objects.requireNonNullElse(told, "")) {
            case "subscribed" -> Optional.of("confirmed_opt_in".equals(level) ? State.GIVEN : unconfirmed);
            case "pending" -> Optional.of(State.PENDING);
            case "unsubscribed" -> Optional.of(State.WITHDRAWN);
            default -> Optional.empty();
        };
    }

    // why: Shopify does not tell what the box said, only how the yes came about.
    private static List<Fact> all(
            String channel, State state, @Nullable String wording, Order order, @Nullable Instant at) {
        if (at == null) {
            return List.of();
        }
        return Topic.OF_MARKETING.stream()
                .sorted()
                .<Fact>map(topic -> new Fact.Said(new Consent(channel, topic, state, order.shop(), wording, null, at)))
                .toList();
    }
}
