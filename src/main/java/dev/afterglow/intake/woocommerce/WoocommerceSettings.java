package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.Account;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The WooCommerce shops that send us webhooks.
 *
 * @param secret of the main shop's webhooks, if it is the only shop or its secret never changes
 * @param accounts the others by name, each with its own address
 */
@ConfigurationProperties("afterglow.intake.woocommerce")
record WoocommerceSettings(
        @Nullable String secret, @DefaultValue Map<String, Account> accounts) {

    static final String NAME = "afterglow.intake.woocommerce";

    /** The account with this name; the main shop's when none is named. */
    Optional<Account> account(@Nullable String name) {
        return name == null ? Optional.of(Account.main(secret)) : Optional.ofNullable(accounts.get(name));
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
