package dev.afterglow.intake.shopify;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;

/**
 * Reads an account. Source: Shopify, "Customer"
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/customer).
 */
final class ShopifyCustomer {

    private ShopifyCustomer() {}

    static Told told(ShopifyReport report, ConsentSettings settings) {
        Field account = report.root();
        String id = account.at("id").requiredId();
        return report.about(id)
                .customer(customer(account))
                .facts(ShopifyConsent.ofAccount(account, report, settings))
                .as("customer.updated", id, ShopifyTime.of(report, account, "updated_at"));
    }

    private static CustomerFacts customer(Field account) {
        return new CustomerFacts(
                account.at("id").id(),
                account.at("email").text(320),
                account.at("phone").text(40),
                account.at("first_name").text(200),
                account.at("last_name").text(200),
                account.at("locale").text(35),
                null);
    }
}
