package dev.afterglow.console;

import dev.afterglow.order.ShippingAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a parcel went, as it is written on an envelope. */
final class PostalAddress {

    private PostalAddress() {}

    /** Line by line; empty when no street is known. */
    static List<String> lines(@Nullable ShippingAddress address) {
        if (address == null || address.lines().isEmpty()) {
            return List.of();
        }
        String town = Stream.of(address.postcode(), address.city(), address.region())
                .filter(Objects::nonNull)
                .reduce("", (a, b) -> (a + " " + b).strip());
        return Stream.of(
                        Stream.ofNullable(address.name()),
                        address.lines().stream(),
                        Stream.of(town),
                        Stream.ofNullable(address.country()).map(PostalAddress::country))
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
