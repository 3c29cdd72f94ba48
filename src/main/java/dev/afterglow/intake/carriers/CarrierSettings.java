package dev.afterglow.intake.carriers;

import dev.afterglow.shop.ShopKey;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The carrier platforms that report to us. */
@Validated
@ConfigurationProperties("afterglow.intake")
public record CarrierSettings(
        @DefaultValue @Valid Platform aftership,
        @DefaultValue @Valid Platform easypost,
        @DefaultValue @Valid Platform shippo) {

    /**
     * One platform: an account of the main shop, and any number of others by name.
     *
     * @param secret what it signs with; without one every report is refused
     * @param secrets more of them, while one takes the other's place
     * @param timeZone of times without a zone at places nobody knows; by default the shop's
     * @param namesOrders whether the order a tracker names is our shop's id of it, and its parcel part of that order
     * @param accounts named ones, each with an address of its own
     */
    public record Platform(
            @Nullable String secret,
            @DefaultValue List<String> secrets,
            @Nullable ZoneId timeZone,
            @DefaultValue("false") boolean namesOrders,
            @DefaultValue Map<String, Account> accounts) {

        /** Copies what may be changed. */
        public Platform {
            secrets = List.copyOf(secrets);
            accounts = Map.copyOf(accounts);
        }

        Optional<Account> account(@Nullable String name) {
            return name == null
                    ? Optional.of(new Account(all(secret, secrets), ShopKey.MAIN, timeZone, namesOrders))
                    : Optional.ofNullable(accounts.get(name));
        }

        private static List<String> all(@Nullable String one, List<String> more) {
            return Stream.concat(Stream.ofNullable(one), more.stream()).toList();
        }

        // why: a secret that is never printed is never in a log.
        @Override
        public String toString() {
            return "Platform[accounts=" + accounts.keySet() + "]";
        }
    }

    /**
     * A named account.
     *
     * @param secrets any of which may have signed
     * @param shop whose parcels they are; the main shop's if not said
     */
    public record Account(
            @DefaultValue List<String> secrets,
            @DefaultValue("") ShopKey shop,
            @Nullable ZoneId timeZone,
            @DefaultValue("false") boolean namesOrders) {

        /** Copies what may be changed. */
        public Account {
            secrets = List.copyOf(secrets);
        }

        // why: a secret that is never printed is never in a log.
        @Override
        public String toString() {
            return "Account[shop=" + shop.name() + "]";
        }
    }
}
