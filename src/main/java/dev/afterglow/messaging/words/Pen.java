package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes words out for one person. */
@Component
class Pen {

    private final Liquid liquid;
    private final Shops shops;

    Pen(Liquid liquid, Shops shops) {
        this.liquid = liquid;
        this.shops = shops;
    }

    /**
     * Fills in the words.
     *
     * @param offered what other rooms give, by prefix and name
     * @throws WordsRefused when they cannot be filled in for this person
     */
    Rendered write(
            Words words, Audience audience, Map<String, String> links, Map<String, Map<String, Object>> offered) {
        Shop shop = audience.shop(shops);
        Tongue tongue = new Tongue(locale(words, audience), zone(audience, shop));
        Map<String, Object> values = Values.of(audience, shop, links, tongue);
        offered.forEach((prefix, given) -> values.put(prefix, Values.offered(given, tongue)));
        return words.fill(liquid, values, tongue);
    }

    // why: who reads en-GB gets the words in "en", but days before months.
    private static Locale locale(Words words, Audience audience) {
        Locale written = Locale.forLanguageTag(words.locale());
        Locale theirs = audience.locale();
        boolean nearer = theirs != null
                && written.getCountry().isEmpty()
                && theirs.getLanguage().equals(written.getLanguage());
        return nearer && theirs != null ? theirs : written;
    }

    private static ZoneId zone(Audience audience, Shop shop) {
        Customer customer = audience.customer();
        if (customer == null || customer.timeZone() == null) {
            return shop.timeZone();
        }
        try {
            return ZoneId.of(customer.timeZone());
        } catch (DateTimeException e) {
            return shop.timeZone();
        }
    }
}
