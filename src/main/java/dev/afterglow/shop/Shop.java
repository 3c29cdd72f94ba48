package dev.afterglow.shop;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop that speaks to its customers.
 *
 * @param name as customers know it
 * @param url its front page, or null
 * @param from the address messages come from, as in a From header
 * @param locale the language for customers whose own is not known or not written in
 * @param timeZone the zone for customers whose own is not known
 * @param pages where messages lead to
 * @param country where it sells (ISO 3166-1), before what is set for all shops; empty when it does not say
 */
public record Shop(
        ShopKey key,
        String name,
        @Nullable String url,
        String from,
        Locale locale,
        ZoneId timeZone,
        ShopPages pages,
        String country) {

    /** A shop that does not say where it sells, and has no pages for messages to lead to. */
    public Shop(ShopKey key, String name, @Nullable String url, String from, Locale locale, ZoneId timeZone) {
        this(key, name, url, from, locale, timeZone, ShopPages.NONE, "");
    }

    /** Where its settings are. */
    public String settings() {
        return key.equals(ShopKey.MAIN) ? "afterglow.shop" : "afterglow.shops." + key.name();
    }

    /** The same address under another name, as in a From header (RFC 5322, quoted-string). */
    String from(String other) {
        int begin = from.lastIndexOf('<');
        String address = begin < 0
                ? from.strip()
                : from.substring(begin + 1, from.indexOf('>', begin)).strip();
        boolean plain = other.matches("[\\p{L}\\p{N} '&-]+");
        String quoted = "\"" + other.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "%s <%s>".formatted(plain ? other : quoted, address);
    }
}
