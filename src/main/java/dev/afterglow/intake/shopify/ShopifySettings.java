package dev.afterglow.intake.shopify;

import dev.afterglow.shop.ShopKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The Shopify apps that send us webhooks.
 *
 * @param secret the app's client secret, for all shops without an account of their own; they are the main shop
 * @param secrets more of them, while one takes over from another
 * @param accounts shops with secrets of their own, by a name of yours; Shopify says with each webhook which shop it is
 */
@Validated
@ConfigurationProperties("afterglow.intake.shopify")
record ShopifySettings(
        @Nullable String secret,
        List<String> secrets,
        @Valid Map<String, Account> accounts) {

    ShopifySettings {
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
    }

    /**
     * A Shopify shop.
     *
     * @param domain as Shopify names it, such as {@code blue.myshopify.com}
     * @param secrets the app's client secret, and the one before or after it while it changes
     * @param shop which of the shops here it is; empty for the main one
     */
    record Account(
            @NotEmpty String domain,
            @NotEmpty List<String> secrets,
            @Nullable String shop) {

        Account {
            domain = domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT);
            secrets = secrets == null ? List.of() : List.copyOf(secrets);
        }

        ShopKey key() {
            return shop == null ? ShopKey.MAIN : new ShopKey(shop);
        }

        @Override
        public String toString() {
            return "Account[domain=%s, secrets=%d, shop=%s]".formatted(domain, secrets.size(), shop);
        }
    }

    /** Two accounts with one domain would leave open whose a webhook is. */
    @AssertTrue(message = "no two accounts may have the same domain")
    boolean isEachDomainOneAccounts() {
        Set<String> domains = new HashSet<>();
        return accounts.values().stream().allMatch(account -> domains.add(account.domain()));
    }

    /** Whose it is and what it must be signed with. */
    ShopifyShop shop(String domain) {
        return accounts.values().stream()
                .filter(account -> account.domain().equals(domain))
                .findFirst()
                .map(account -> new ShopifyShop(domain, account.key(), account.secrets()))
                .orElseGet(() -> new ShopifyShop(domain, ShopKey.MAIN, unnamed()));
    }

    private List<String> unnamed() {
        return Stream.concat(Stream.ofNullable(secret), secrets.stream())
                .filter(Objects::nonNull)
                .filter(one -> !one.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "ShopifySettings[secret=%s, secrets=%d, accounts=%s]"
                .formatted(secret == null ? "none" : "***", secrets.size(), accounts);
    }
}
