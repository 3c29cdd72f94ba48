package dev.afterglow.intake.carriers;

import dev.afterglow.intake.carriers.CarrierSettings.Account;
import dev.afterglow.intake.carriers.CarrierSettings.Platform;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.shop.Shops;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which accounts may report. */
@Component
public class CarrierAccounts {

    /** How an account is named in an address. */
    public static final String NAMED = "/{account:[a-z0-9][a-z0-9-]{0,29}}";

    private final CarrierSettings settings;
    private final Shops shops;

    CarrierAccounts(CarrierSettings settings, Shops shops) {
        this.settings = settings;
        this.shops = shops;
    }

    /**
     * AfterShip's account with this name; null is the main shop's.
     *
     * @throws dev.afterglow.intake.Refusal when it has no secret
     */
    public CarrierAccount aftership(@Nullable String name) {
        return open("aftership", "AfterShip", settings.aftership(), name);
    }

    /** EasyPost's. */
    public CarrierAccount easypost(@Nullable String name) {
        return open("easypost", "EasyPost", settings.easypost(), name);
    }

    /** Shippo's. */
    public CarrierAccount shippo(@Nullable String name) {
        return open("shippo", "Shippo", settings.shippo(), name);
    }

    private CarrierAccount open(String sender, String title, Platform platform, @Nullable String name) {
        Optional<Account> account =
                platform.account(name).filter(known -> known.secrets().stream().anyMatch(Proof::isConfigured));
        if (account.isEmpty()) {
            throw Strangers.closed(
                    name == null ? title : title + " account " + name,
                    "afterglow.intake." + sender + (name == null ? ".secret" : ".accounts." + name + ".secrets"));
        }
        Account known = account.get();
        return new CarrierAccount(
                name == null ? sender : sender + ":" + name,
                known.secrets(),
                known.shop(),
                known.timeZone() == null ? zone(known) : known.timeZone(),
                known.namesOrders());
    }

    // why: a report of a shop that is not configured is refused later, by name.
    private ZoneId zone(Account account) {
        return shops.find(account.shop()).orElse(shops.main()).timeZone();
    }
}
