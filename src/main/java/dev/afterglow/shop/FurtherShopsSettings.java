package dev.afterglow.shop;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The shops beside the main one.
 *
 * @param shops by the short names their ids begin with
 */
@ConfigurationProperties("afterglow")
record FurtherShopsSettings(@Nullable Map<String, Further> shops) {

    /** One of them. What it does not say is as in the main shop. */
    record Further(
            @Nullable String name,
            @Nullable String url,
            @Nullable String from,
            @Nullable Locale locale,
            @Nullable ZoneId timeZone,
            @Nullable String policyUrl,
            @Nullable String orderUrl,
            @Nullable String productUrl) {

        private Shop beside(Shop main, ShopKey key) {
            return new Shop(
                    key,
                    name == null ? main.name() : name,
                    url == null ? main.url() : url,
                    from(main),
                    locale == null ? main.locale() : locale,
                    timeZone == null ? main.timeZone() : timeZone,
                    new ShopPages(policyUrl, orderUrl, productUrl).or(main.pages()),
                    locale == null ? "" : locale.getCountry());
        }

        // why: mail under another shop's name would be the worst of all defaults.
        private String from(Shop main) {
            if (from != null) {
                return from;
            }
            return name == null ? main.from() : main.from(name);
        }
    }

    /**
     * All shops, the main one first.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    List<Shop> beside(Shop main) {
        Stream<Shop> further = shops == null
                ? Stream.of()
                : shops.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getValue().beside(main, key(one.getKey())));
        return Stream.concat(Stream.of(main), further).toList();
    }

    private static ShopKey key(String name) {
        try {
            ShopKey key = new ShopKey(name);
            if (key.equals(ShopKey.MAIN)) {
                throw new IllegalArgumentException("The shop without a name is the main one: afterglow.shop.");
            }
            return key;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("afterglow.shops.%s: %s".formatted(name, wrong.getMessage()), wrong);
        }
    }
}
