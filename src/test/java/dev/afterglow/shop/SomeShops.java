package dev.afterglow.shop;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shops for tests. */
public final class SomeShops {

    public static final ShopKey BLUE = new ShopKey("blue");

    private SomeShops() {}

    /** A main shop called Shop that reads English, in UTC. */
    public static Shops one() {
        return one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("UTC"));
    }

    /** Such a main shop. */
    public static Shops one(String name, @Nullable String url, String from, Locale locale, ZoneId zone) {
        return new Shops(List.of(new Shop(ShopKey.MAIN, name, url, from, locale, zone)));
    }

    /** These shops with one called Blue that reads German, in Vienna. */
    public static Shops withBlue(Shops others) {
        Shop blue = new Shop(
                BLUE,
                "Blue",
                "https://blue.example",
                "Blue <hi@blue.example>",
                Locale.GERMAN,
                ZoneId.of("Europe/Vienna"));
        return new Shops(Stream.concat(others.all().stream(), Stream.of(blue)).toList());
    }
}
