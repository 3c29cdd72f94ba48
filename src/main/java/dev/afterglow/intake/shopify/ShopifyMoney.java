package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Field;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as the customer saw it. Shopify tells each amount in the shop's currency and, beside it, in the one the
 * customer paid in; a letter must speak of the latter. Source: Shopify, "Order", {@code presentment_money}
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order).
 *
 * @param currency null when the order says it for all
 */
record ShopifyMoney(@Nullable BigDecimal amount, @Nullable String currency) {

    /** What the field with this name says, as a text or a number, or the set of amounts beside it. */
    static ShopifyMoney of(Field resource, String name) {
        Field shown = resource.at(name + "_set").at("presentment_money");
        return shown.at("amount").isEmpty()
                ? new ShopifyMoney(resource.at(name).amount(), null)
                : new ShopifyMoney(
                        shown.at("amount").amount(), shown.at("currency_code").currency());
    }
}
