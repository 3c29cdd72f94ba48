package dev.afterglow.intake.shopify;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.intake.Field;
import dev.afterglow.journey.Recording;
import dev.afterglow.order.Orders;
import dev.afterglow.privacy.Asking;
import dev.afterglow.privacy.TakingRequests;
import dev.afterglow.shop.ShopKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what Shopify obliges every app to. Source: Shopify, "Privacy law compliance"
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
 */
@Component
class ShopifyCompliance {

    private static final String DATA_REQUEST = "customers/data_request";
    private static final String REDACT = "customers/redact";
    private static final String SHOP_REDACT = "shop/redact";
    private static final Set<String> TOPICS = Set.of(DATA_REQUEST, REDACT, SHOP_REDACT);

    private final Customers customers;
    private final Orders orders;
    private final TakingRequests requests;
    private final ShopifyDeparture departure;
    private final Clock clock;

    ShopifyCompliance(
            Customers customers, Orders orders, TakingRequests requests, ShopifyDeparture departure, Clock clock) {
        this.customers = customers;
        this.orders = orders;
        this.requests = requests;
        this.departure = departure;
        this.clock = clock;
    }

    /** Whether this topic asks for something to be done. */
    static boolean isAsked(ShopifyReport report) {
        return TOPICS.contains(report.topic());
    }

    /** Does what is asked for; empty when the topic asks for nothing. Nothing of the body is kept: it is personal. */
    @Transactional
    public Optional<Recording> take(ShopifyReport report) {
        return switch (report.topic()) {
            case DATA_REQUEST -> answer(requests.export(asking(report), people(report, "orders_requested")));
            case REDACT -> answer(requests.erase(asking(report), people(report, "orders_to_redact")));
            case SHOP_REDACT -> answer(requests.eraseShop(asking(report), isCertain(report)));
            default -> Optional.empty();
        };
    }

    private boolean isCertain(ShopifyReport report) {
        return departure.isCertain(report.shop().sender(), clock.instant());
    }

    private Asking asking(ShopifyReport report) {
        Field body = report.root();
        String domain = body.at("shop_domain").text(255);
        if (domain != null && !domain.equalsIgnoreCase(report.shop().domain())) {
            throw body.at("shop_domain").refuse("is not the shop in the headers");
        }
        String request = Optional.ofNullable(body.at("data_request").at("id").id())
                .or(report::id)
                .orElseGet(() -> report.hash());
        return new Asking(report.shop().sender(), report.shop().key(), report.topic() + ":" + request, clock.instant());
    }

    /** Who is meant, by account or address, and who placed the orders that are named. */
    private List<String> people(ShopifyReport report, String named) {
        ShopKey shop = report.shop().key();
        Stream<String> buyers = report.root().at(named).items().stream()
                .map(id -> shop.own(id.requiredId()))
                .flatMap(id -> orders.find(id).stream())
                .flatMap(order -> Stream.ofNullable(order.customerId()));
        Stream<String> themselves =
                customers.named(shop, customer(shop, report.root().at("customer"))).stream();
        return Stream.concat(themselves, buyers).distinct().toList();
    }

    private static CustomerFacts customer(ShopKey shop, Field customer) {
        String id = customer.at("id").id();
        return new CustomerFacts(
                id == null ? null : shop.own(id), customer.at("email").text(320), null, null, null, null, null);
    }

    private static Optional<Recording> answer(boolean isNew) {
        return Optional.of(isNew ? new Recording("accepted", "", null) : new Recording("duplicate", "", null));
    }
}
