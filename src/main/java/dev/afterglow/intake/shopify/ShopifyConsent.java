package dev.afterglow.intake.shopify;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody said about marketing: the account's own consent with its time where Shopify sends it, else the box
 * at the checkout. Source: Shopify, "Customer" (https://shopify.dev/docs/api/admin-rest/latest/resources/customer).
 */
final class ShopifyConsent {

    private static final String OF_EMAIL = "email_marketing_consent";
    private static final String OF_SMS = "sms_marketing_consent";

    private ShopifyConsent() {}

    /** What the buyer said with an order. */
    static List<Fact> said(Field body, Order order, ConsentSettings settings) {
        Field account = body.at("customer");
        if (account.at("id").isEmpty() && order.email() == null) {
            return List.of();
        }
        ShippingAddress to = order.shipTo();
        Saying saying =
                new Saying(order.shop(), settings.unconfirmed(to == null ? null : to.country()), order.placedAt());
        Field mail = account.at(OF_EMAIL);
        boolean onlyTheBox =
                mail.isEmpty() && body.at("buyer_accepts_marketing").flag();
        Stream<Fact> byMail = onlyTheBox
                ? saying.all("email", saying.unconfirmed(), "buyer_accepts_marketing", order.placedAt())
                : saying.of("email", mail);
        return Stream.concat(byMail, saying.of("sms", account.at(OF_SMS))).toList();
    }

    /** What stands in an account. */
    static List<Fact> ofAccount(Field account, ShopifyReport report, ConsentSettings settings) {
        String country = account.at("default_address").at("country_code").country();
        Saying saying = new Saying(
                report.shop().sender(), settings.unconfirmed(country), ShopifyTime.of(report, account, "updated_at"));
        return Stream.concat(saying.of("email", account.at(OF_EMAIL)), saying.of("sms", account.at(OF_SMS)))
                .toList();
    }

    /** That somebody changed their mind. Shopify names the account differently with each of the two topics. */
    static Told told(ShopifyReport report, ConsentSettings settings) {
        Field body = report.root();
        boolean mail = !body.at(OF_EMAIL).isEmpty();
        String id =
                body.at(body.at("customer_id").isEmpty() ? "id" : "customer_id").requiredId();
        CustomerFacts customer = new CustomerFacts(
                id, body.at("email_address").text(320), body.at("phone").text(40), null, null, null, null);
        Field consent = body.at(mail ? OF_EMAIL : OF_SMS).object();
        // why: where the person lives is not told here, so the strictest rule there is counts.
        State unconfirmed = settings.doubleOptIn().isEmpty() ? State.GIVEN : State.PENDING;
        Saying saying = new Saying(report.shop().sender(), unconfirmed, report.at());
        List<Fact> facts = saying.of(mail ? "email" : "sms", consent).toList();
        return report.about(id)
                .customer(customer)
                .facts(facts)
                .as(type(facts), id, ShopifyTime.of(report, consent, "consent_updated_at"));
    }

    private static String type(List<Fact> facts) {
        State state = facts.isEmpty()
                ? State.PENDING
                : ((Fact.Said) facts.getFirst()).consent().state();
        return switch (state) {
            case GIVEN -> "consent.given";
            case WITHDRAWN -> "consent.withdrawn";
            default -> "customer.updated";
        };
    }

    /**
     * What one account says, on any channel.
     *
     * @param unconfirmed what a yes is worth that nobody confirmed
     * @param otherwise when, if it does not say it
     */
    private record Saying(
            String sender, State unconfirmed, @Nullable Instant otherwise) {

        Stream<Fact> of(String channel, Field consent) {
            String level = consent.at("opt_in_level").text(50);
            Instant at = consent.at("consent_updated_at").instant();
            return state(consent.at("state").text(50), level).stream()
                    .flatMap(state -> all(channel, state, level, at == null ? otherwise : at));
        }

        private Optional<State> state(@Nullable String told, @Nullable String level) {
            return switch (Objects.requireNonNullElse(told, "")) {
                case "subscribed" -> Optional.of("confirmed_opt_in".equals(level) ? State.GIVEN : unconfirmed);
                case "pending" -> Optional.of(State.PENDING);
                case "unsubscribed" -> Optional.of(State.WITHDRAWN);
                default -> Optional.empty();
            };
        }

        // why: Shopify does not tell what the box said, only how the yes came about.
        Stream<Fact> all(String channel, State state, @Nullable String wording, @Nullable Instant at) {
            if (at == null) {
                return Stream.empty();
            }
            return Topic.OF_MARKETING.stream()
                    .sorted()
                    .map(topic -> new Fact.Said(new Consent(channel, topic, state, sender, wording, null, at)));
        }
    }
}
