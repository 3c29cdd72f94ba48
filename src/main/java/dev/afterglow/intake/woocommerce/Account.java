package dev.afterglow.intake.woocommerce;

import dev.afterglow.shop.ShopKey;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A shop's webhooks: what they are signed with, and whose orders they tell of.
 *
 * @param secrets any of them may have signed, so that a new one can be given out before the old one ends
 * @param shop whose orders it tells of; empty for the main shop
 */
record Account(
        @DefaultValue List<String> secrets,
        @DefaultValue("") ShopKey shop) {

    Account {
        secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "Account[shop=" + shop.name() + ", secrets=" + secrets.size() + "]";
    }
}
