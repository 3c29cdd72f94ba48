package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who a message is for, and what it is about.
 *
 * @param returning true when the customer had bought before this order
 */
public record Audience(
        @Nullable Customer customer, @Nullable Order order, boolean returning) {

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

    /** The language to write in, if anybody told us. */
    public @Nullable Locale locale() {
        String tag = order != null && order.locale() != null ? order.locale() : customerLocale();
        return tag == null ? null : Locale.forLanguageTag(tag.replace('_', '-'));
    }

    private @Nullable String customerLocale() {
        return customer == null ? null : customer.locale();
    }
}
