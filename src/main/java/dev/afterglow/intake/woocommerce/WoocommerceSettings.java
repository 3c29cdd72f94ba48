package dev.afterglow.intake.woocommerce;

import dev.afterglow.shop.ShopKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The WooCommerce shops that send us webhooks.
 *
 * @param secret of the main shop's webhooks
 * @param secrets more of them, while one takes the other's place
 * @param accounts the others by name, each with its own address
 */
@ConfigurationProperties("afterglow.intake.woocommerce")
record WoocommerceSettings(
        @Nullable String secret,
        @DefaultValue List<String> secrets,
        @DefaultValue Map<String, Account> accounts) {

    static final String NAME = "afterglow.intake.woocommerce";

    /** The account with this name; the main shop's when none is named. */
    Optional<Account> account(@Nullable String name) {
        return name == null
                ? Optional.of(new Account(
                        Stream.concat(Stream.ofNullable(secret), secrets.stream())
                                .toList(),
                        ShopKey.MAIN))
                : Optional.ofNullable(accounts.get(name));
    }

    /** The setting that holds its secrets. */
    static String setting(@Nullable String account) {
        return account == null ? NAME + ".secret" : NAME + ".accounts." + account + ".secrets";
    }

    @Override
    public String toString() {
        return "WoocommerceSettings[accounts=" + accounts.keySet() + "]";
    }
}
