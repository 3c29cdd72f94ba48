package dev.afterglow.support;

import jakarta.validation.constraints.Email;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where those who see to cases are called by mail.
 *
 * @param address for reminders and escalations of every shop; without it the console alone shows them
 * @param shops addresses of single shops, by their short names
 * @param owners addresses of single people, by the names they sign in with: they get their own reminders
 */
@Validated
@ConfigurationProperties("afterglow.support")
record SupportSettings(
        @Nullable @Email String address,
        @DefaultValue Map<String, @Email String> shops,
        @DefaultValue Map<String, @Email String> owners) {

    SupportSettings {
        shops = Map.copyOf(shops);
        owners = Map.copyOf(owners);
    }

    /** The address for cases of this shop. */
    Optional<String> ofShop(String shop) {
        return Optional.ofNullable(shops.getOrDefault(shop, address));
    }

    /** The address of whoever sees to a case. */
    Optional<String> ofOwner(@Nullable String owner) {
        return owner == null ? Optional.empty() : Optional.ofNullable(owners.get(owner));
    }
}
