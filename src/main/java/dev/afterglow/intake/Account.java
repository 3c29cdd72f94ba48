package dev.afterglow.intake;

import dev.afterglow.shop.ShopKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A sender's account, by which it is known and whose shop it speaks of.
 *
 * @param secrets any of them may have signed, so that a new one can be given out before the old one ends
 * @param shop whose orders it tells of; empty for the main shop
 */
public record Account(
        @DefaultValue List<String> secrets,
        @DefaultValue("") ShopKey shop) {

    public Account {
        secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** The one account of the main shop. */
    public static Account main(@Nullable String secret) {
        return new Account(secret == null ? List.of() : List.of(secret), ShopKey.MAIN);
    }

    @Override
    public String toString() {
        return "Account[shop=" + shop.name() + ", secrets=" + secrets.size() + "]";
    }
}
