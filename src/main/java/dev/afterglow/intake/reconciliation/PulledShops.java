package dev.afterglow.intake.reconciliation;

import dev.afterglow.intake.shopify.PulledFromShopify;
import dev.afterglow.intake.woocommerce.PulledFromWoocommerce;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The shops that are asked, by the names of their accounts. */
@Component
class PulledShops {

    /** One of them. */
    record PulledShop(Account account, ShopApi api) {}

    private final Map<String, PulledShop> shops = new TreeMap<>();

    PulledShops(ReconciliationSettings settings, PulledFromShopify shopify, PulledFromWoocommerce woocommerce) {
        settings.accounts().forEach((name, account) -> {
            ShopApi api = switch (account.kind()) {
                case SHOPIFY -> new ShopifyApi(account, shopify);
                case WOOCOMMERCE -> new WoocommerceApi(account, known(name, account, woocommerce));
            };
            shops.put(name, new PulledShop(account, api));
        });
    }

    private static PulledFromWoocommerce known(String name, Account account, PulledFromWoocommerce woocommerce) {
        if (!woocommerce.knows(account.webhooks())) {
            throw new IllegalStateException(
                    "afterglow.intake.reconciliation.accounts.%s.webhooks names \"%s\", and there is no afterglow.intake.woocommerce.accounts.%s."
                            .formatted(name, account.webhooks(), account.webhooks()));
        }
        return woocommerce;
    }

    Set<String> names() {
        return Set.copyOf(shops.keySet());
    }

    PulledShop of(String name) {
        return Objects.requireNonNull(shops.get(name), name);
    }
}
