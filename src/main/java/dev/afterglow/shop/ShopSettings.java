package dev.afterglow.shop;

import jakarta.validation.constraints.NotBlank;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The main shop.
 *
 * @param name as customers know it
 * @param url its front page; may be left out
 * @param from the address messages come from, as in a From header
 * @param locale the language for customers whose own is not known or not written in
 * @param timeZone the zone for customers whose own is not known
 */
@Validated
@ConfigurationProperties("afterglow.shop")
record ShopSettings(
        @DefaultValue("Your shop") @NotBlank String name,
        @Nullable String url,

        @DefaultValue("Your shop <hello@shop.example>") @NotBlank
        String from,

        @DefaultValue("en") Locale locale,
        @DefaultValue("UTC") ZoneId timeZone) {

    Shop shop() {
        return new Shop(ShopKey.MAIN, name, url, from, locale, timeZone);
    }
}
