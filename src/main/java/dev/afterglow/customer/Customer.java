package dev.afterglow.customer;

import dev.afterglow.shop.ShopKey;
import org.jspecify.annotations.Nullable;

/**
 * A person who bought something.
 *
 * @param id ours, opaque; the only thing about a person that the engine ever sees
 * @param shop whose customer; the same person at two shops is two customers
 * @param locale BCP 47 language tag, as the shop reported it
 * @param timeZone IANA zone id
 */
public record Customer(
        String id,
        ShopKey shop,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone) {

    /** A customer of the main shop. */
    public Customer(
            String id,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String locale,
            @Nullable String timeZone) {
        this(id, ShopKey.MAIN, email, phone, firstName, lastName, locale, timeZone);
    }
}
