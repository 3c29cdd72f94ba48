package dev.afterglow.history;

import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Format;
import dev.afterglow.history.file.Unreadable;
import dev.afterglow.intake.Refusal;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken, in the words of whoever asks; empty words were not said.
 *
 * @param map columns, as {@code theirs=ours}
 */
public record Asked(
        @Nullable String shop,
        @Nullable String currency,
        @Nullable String zone,
        @Nullable String dates,
        @Nullable String encoding,
        @Nullable String separator,
        @Nullable String quote,
        @Nullable List<String> map,
        @Nullable Boolean dryRun) {

    /** Nothing in particular. */
    public static final Asked NOTHING = new Asked(null, null, null, null, null, null, null, null, null);

    /**
     * What was meant.
     *
     * @throws Refusal naming the word that cannot be understood
     */
    public Manner meant(Shops shops) {
        ShopKey key = read(shop, "shop", ShopKey::new).orElse(ShopKey.MAIN);
        Shop whose = shops.find(key)
                .orElseThrow(() -> Refusal.wrongShape("shop: there is no shop \"%s\" here.".formatted(key.name())));
        return new Manner(
                key,
                new Format(
                        read(encoding, "encoding", Asked::charset).orElse(null),
                        read(separator, "separator", Asked::one).orElse(null),
                        read(quote, "quote", Asked::one).orElse('"'),
                        columns()),
                read(zone, "zone", ZoneId::of).orElse(whose.timeZone()),
                read(currency, "currency", Asked::code).orElse(null),
                read(dates, "dates", DateOrder::of).orElse(null),
                Boolean.TRUE.equals(dryRun));
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String said : map == null ? List.<String>of() : map) {
            int equals = said.lastIndexOf('=');
            String ours = said.substring(equals + 1).strip();
            if (equals < 1 || Column.of(ours).isEmpty()) {
                throw Refusal.wrongShape("map: \"%s\" is not THEIRS=OURS with a column of ours.".formatted(said));
            }
            columns.put(said.substring(0, equals).strip(), ours);
        }
        return columns;
    }

    private static String charset(String name) {
        return Charset.forName(name).name();
    }

    private static String code(String currency) {
        return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getCurrencyCode();
    }

    private static Character one(String text) {
        String meant = text.equals("tab") ? "\t" : text;
        if (meant.length() != 1) {
            throw new IllegalArgumentException("more than one character");
        }
        return meant.charAt(0);
    }

    private static <T> Optional<T> read(@Nullable String said, String name, Function<String, T> reading) {
        try {
            return said == null || said.isEmpty() ? Optional.empty() : Optional.of(reading.apply(said));
        } catch (IllegalArgumentException | DateTimeException | Unreadable wrong) {
            throw Refusal.wrongShape("%s: \"%s\" cannot be used.".formatted(name, said));
        }
    }
}
