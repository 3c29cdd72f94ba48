package dev.afterglow.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param lines street and whatever stands above the city
 * @param region state or province as the shop codes it, such as {@code CA} in the United States (ISO 3166-2 without the country)
 * @param country ISO 3166-1, two letters
 */
public record ShippingAddress(
        @Nullable String name,
        List<String> lines,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String region,
        @Nullable String country) {

    static final ShippingAddress UNKNOWN = in(null, null);

    public ShippingAddress {
        lines = List.copyOf(lines);
    }

    /** An address of which only the place is known. */
    public static ShippingAddress in(@Nullable String country, @Nullable String region) {
        return new ShippingAddress(null, List.of(), null, null, region, country);
    }
}
