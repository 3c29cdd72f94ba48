package dev.afterglow.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
 * @param policyUrl how to change, cancel and send back; may be left out
 * @param orderUrl the page of one order, with {@code {id}} or {@code {number}} in it; may be left out
 * @param productUrl the page of one product, with {@code {product}} or {@code {sku}} in it; may be left out
 */
@Validated
@ConfigurationProperties("afterglow.shop")
record ShopSettings(
        @DefaultValue("Your shop") @NotBlank String name,
        @Nullable String url,

        @DefaultValue("Your shop <hello@shop.example>") @NotBlank
        String from,

        @DefaultValue("en") Locale locale,
        @DefaultValue("UTC") ZoneId timeZone,
        @Nullable @Pattern(regexp = WEB) String policyUrl,
        @Nullable @Pattern(regexp = WEB) String orderUrl,
        @Nullable @Pattern(regexp = WEB) String productUrl) {

    private static final String WEB = "https?://\\S+";

    Shop shop() {
        ShopPages pages = new ShopPages(policyUrl, orderUrl, productUrl);
        return new Shop(ShopKey.MAIN, name, url, from, locale, timeZone, pages, "");
    }
}
