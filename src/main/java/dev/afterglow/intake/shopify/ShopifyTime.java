package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Field;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When something was so, by Shopify's own clock where it says it. */
final class ShopifyTime {

    private ShopifyTime() {}

    /** The first of these fields that says a time, else the report's own. */
    static Instant of(ShopifyReport report, Field resource, String... names) {
        return of(report.at(), resource, names);
    }

    /** The first of these fields that says a time, else the other one. */
    static Instant of(Instant other, Field resource, String... names) {
        return Objects.requireNonNullElse(first(resource, names), other);
    }

    /** The first of these fields that says a time; null when none does. */
    static @Nullable Instant first(Field resource, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(resource.at(name).instant()))
                .findFirst()
                .orElse(null);
    }
}
