package dev.afterglow.intake.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.intake.Refusal;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CarrierAccountsTest {

    @Test
    void oneSecretIsTheMainShopsAccount() {
        CarrierAccount account =
                accounts(Map.of("afterglow.intake.aftership.secret", "new")).aftership(null);

        assertThat(account.sender()).isEqualTo("aftership");
        assertThat(account.shop().name()).isEmpty();
        assertThat(account.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(account.namesOrders()).isFalse();
    }

    @Test
    void whileASecretChangesBothAreGoodAndAfterwardsTheOldOneIsNot() {
        CarrierAccount during = accounts(
                        Map.of("afterglow.intake.easypost.secret", "new", "afterglow.intake.easypost.secrets", "old"))
                .easypost(null);
        CarrierAccount after =
                accounts(Map.of("afterglow.intake.easypost.secret", "new")).easypost(null);

        assertThat(during.isProven("new"::equals)).isTrue();
        assertThat(during.isProven("old"::equals)).isTrue();
        assertThat(after.isProven("new"::equals)).isTrue();
        assertThat(after.isProven("old"::equals)).isFalse();
    }

    @Test
    void aNamedAccountBelongsToItsShop() {
        CarrierAccount account = accounts(Map.of(
                        "afterglow.intake.shippo.accounts.blue.secrets[0]", "one, and a comma",
                        "afterglow.intake.shippo.accounts.blue.shop", "blue",
                        "afterglow.intake.shippo.accounts.blue.time-zone", "America/New_York",
                        "afterglow.intake.shippo.accounts.blue.names-orders", "true"))
                .shippo("blue");

        assertThat(account.sender()).isEqualTo("shippo:blue");
        assertThat(account.secrets()).containsExactly("one, and a comma");
        assertThat(account.shop().name()).isEqualTo("blue");
        assertThat(account.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(account.namesOrders()).isTrue();
    }

    @Test
    void withoutASecretTheDoorIsClosedAndSaysWhichIsMissing() {
        CarrierAccounts accounts = accounts(Map.of("afterglow.intake.aftership.secret", " "));

        assertThatThrownBy(() -> accounts.aftership(null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("afterglow.intake.aftership.secret is not set");
        assertThatThrownBy(() -> accounts.shippo("blue"))
                .hasMessageContaining("afterglow.intake.shippo.accounts.blue.secrets is not set");
    }

    @Test
    void noSecretIsEverPrinted() {
        Map<String, String> properties = Map.of(
                "afterglow.intake.aftership.secret", "hush",
                "afterglow.intake.aftership.accounts.blue.secrets", "hush");

        assertThat(settings(properties).toString()).doesNotContain("hush");
        assertThat(accounts(properties).aftership("blue").toString()).doesNotContain("hush");
    }

    private static CarrierAccounts accounts(Map<String, String> properties) {
        Shops shops =
                SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        return new CarrierAccounts(settings(properties), shops);
    }

    private static CarrierSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("afterglow.intake", CarrierSettings.class)
                .get();
    }
}
