package dev.afterglow.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a shop that messages lead to.
 *
 * @param policies how to change, cancel and send back; null when there is none
 * @param order one order, with {@code {id}} or {@code {number}} where its id or number goes; null when there is none
 * @param product one product, with {@code {product}} or {@code {sku}} where its id or stock code goes; null when there is none
 */
public record ShopPages(
        @Nullable String policies,
        @Nullable String order,
        @Nullable String product) {

    /** A shop that names none. */
    public static final ShopPages NONE = new ShopPages(null, null, null);

    /** The page of this order, by the shop's own id and number; empty when there is none. */
    public Optional<String> ofOrder(String id, String number) {
        return Optional.ofNullable(order)
                .map(page -> page.replace("{id}", encoded(id)).replace("{number}", encoded(number)));
    }

    /** The page of this product, by the shop's own id and stock code; empty when there is none, or what it goes by is not known. */
    public Optional<String> ofProduct(@Nullable String id, @Nullable String sku) {
        return Optional.ofNullable(product)
                .filter(page -> id != null || !page.contains("{product}"))
                .filter(page -> sku != null || !page.contains("{sku}"))
                .map(page -> page.replace("{product}", encoded(id)).replace("{sku}", encoded(sku)));
    }

    ShopPages or(ShopPages others) {
        return new ShopPages(
                policies == null ? others.policies : policies,
                order == null ? others.order : order,
                product == null ? others.product : product);
    }

    private static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
