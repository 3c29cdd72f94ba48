package dev.afterglow.intake.shopify;

import dev.afterglow.shop.ShopKey;
import java.util.List;

/**
 * A shop at Shopify.
 *
 * @param domain in small letters
 * @param key which of the shops here it is
 * @param secrets any of them may have signed; none: nobody can
 */
record ShopifyShop(String domain, ShopKey key, List<String> secrets) {

    /** How it is called wherever is noted who told something. */
    String sender() {
        return "shopify:" + domain;
    }

    @Override
    public String toString() {
        return "ShopifyShop[domain=%s, key=%s]".formatted(domain, key);
    }
}
