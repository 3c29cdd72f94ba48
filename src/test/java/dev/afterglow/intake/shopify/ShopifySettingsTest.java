package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.shopify.ShopifySettings.Account;
import dev.afterglow.shop.ShopKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopifySettingsTest {

    private static final ShopifySettings TWO_SHOPS = new ShopifySettings(
            "main-secret",
            List.of("main-secret-before", ""),
            Map.of("blue", new Account("Blue.MyShopify.com ", List.of("blue-secret"), "blue")));

    @Test
    void aShopWithAnAccountHasItsOwnSecretsAndNobodyElses() {
        ShopifyShop blue = TWO_SHOPS.shop("blue.myshopify.com");
        assertThat(blue.key()).isEqualTo(new ShopKey("blue"));
        assertThat(blue.secrets()).containsExactly("blue-secret");
    }

    @Test
    void anyOtherShopIsTheMainOneWithTheSecretAndTheOneBefore() {
        ShopifyShop other = TWO_SHOPS.shop("red.myshopify.com");
        assertThat(other.key()).isEqualTo(ShopKey.MAIN);
        assertThat(other.secrets()).containsExactly("main-secret", "main-secret-before");
        assertThat(other.sender()).isEqualTo("shopify:red.myshopify.com");
    }

    @Test
    void withoutASecretNobodyCanSign() {
        assertThat(new ShopifySettings(null, List.of(), Map.of()).shop("a").secrets())
                .isEmpty();
    }

    @Test
    void twoAccountsOfOneDomainAreRefused() {
        Account one = new Account("a.myshopify.com", List.of("x"), null);
        assertThat(new ShopifySettings(null, List.of(), Map.of("a", one, "b", one)).isEachDomainOneAccounts())
                .isFalse();
        assertThat(TWO_SHOPS.isEachDomainOneAccounts()).isTrue();
    }

    @Test
    void noSecretIsEverPrinted() {
        assertThat(TWO_SHOPS.toString() + TWO_SHOPS.shop("blue.myshopify.com"))
                .doesNotContain("secret-before", "blue-secret", "main-secret");
    }
}
