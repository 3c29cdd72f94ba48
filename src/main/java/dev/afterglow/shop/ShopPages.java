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
 */
public record ShopPages(@Nullable String policies, @Nullable String order) {

    /** A shop that names none. */
    public static final ShopPages NONE = new ShopPages(null, null);

    /** The page of this order, by the shop's own id and number; empty when there is none. */
    public Optional<String> ofOrder(String id, String number) {
        return Optional.ofNullable(order)
                .map(page -> page.replace("{id}", encoded(id)).replace("{number}", encoded(number)));
    }

    ShopPages or(ShopPages others) {
        return new ShopPages(policies == null ? others.policies : policies, order == null ? others.order : order);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
