package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Preferences;
import dev.afterglow.order.Order;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who a message is for, and what it is about.
 *
 * @param returning true when the customer had bought before this order
 * @param preferences what the customer chose
 */
public record Audience(
        @Nullable Customer customer, @Nullable Order order, boolean returning, Preferences preferences) {

    /** Somebody who never chose anything. */
    public Audience(@Nullable Customer customer, @Nullable Order order, boolean returning) {
        this(customer, order, returning, Preferences.NONE);
    }

    /** Whose customer it is, and in whose name to write. */
    public Shop shop(Shops shops) {
        if (customer != null) {
            return shops.of(customer.shop());
        }
        return order == null ? shops.main() : shops.of(shops.ofOrder(order.id()));
    }

    /** Where to write; the order's own address comes before the account's. */
    public @Nullable String email() {
        if (order != null && order.email() != null) {
            return order.email();
        }
        return customer == null ? null : customer.email();
    }

    /** Where the customer is reached on this channel; null when nowhere. */
    public @Nullable String address(String channel) {
        return switch (channel) {
            case "email" -> email();
            case "sms", "whatsapp" -> customer == null ? null : customer.phone();
            default -> customer == null ? null : customer.id();
        };
    }

    /** Where the customer lives, as the order tells it (ISO 3166-1); a gift goes to somebody else. */
    public @Nullable String country() {
        ShippingAddress home = home();
        return home == null ? null : home.country();
    }

    /** The state or province the customer lives in, as the order tells it. */
    public @Nullable String region() {
        ShippingAddress home = home();
        return home == null ? null : home.region();
    }

    private @Nullable ShippingAddress home() {
        return order == null ? null : order.home().orElse(null);
    }

    /** The language to write in, if anybody told us; what the customer chose comes first. */
    public @Nullable Locale locale() {
        if (preferences.locale() != null) {
            return Locale.forLanguageTag(preferences.locale());
        }
        String tag = order != null && order.locale() != null ? order.locale() : customerLocale();
        return tag == null ? null : Locale.forLanguageTag(tag.replace('_', '-'));
    }

    private @Nullable String customerLocale() {
        return customer == null ? null : customer.locale();
    }
}
