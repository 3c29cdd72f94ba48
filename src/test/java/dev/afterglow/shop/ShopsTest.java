package dev.afterglow.shop;

import static dev.afterglow.shop.SomeShops.BLUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** Which shops there are, and whose an id is. */
class ShopsTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(Room.class)
            .withPropertyValues(
                    "afterglow.shop.name=Main",
                    "afterglow.shop.url=https://main.example",
                    "afterglow.shop.from=Main <hello@main.example>",
                    "afterglow.shop.locale=en-GB",
                    "afterglow.shop.time-zone=Europe/London");

    @Import(ShopConfiguration.class)
    @EnableConfigurationProperties({ShopSettings.class, FurtherShopsSettings.class})
    static class Room {}

    @Test
    void withoutFurtherShopsThereIsTheMainOne() {
        app.run(context -> {
            Shops shops = context.getBean(Shops.class);
            assertThat(shops.areSeveral()).isFalse();
            assertThat(shops.all()).containsExactly(shops.main());
            assertThat(shops.ofOrder("blue/17")).isEqualTo(ShopKey.MAIN);
        });
    }

    @Test
    void whatAFurtherShopDoesNotSayIsAsInTheMainOne() {
        app.withPropertyValues("afterglow.shops.blue.url=https://blue.example")
                .run(context -> assertThat(context.getBean(Shops.class).of(BLUE))
                        .isEqualTo(new Shop(
                                BLUE,
                                "Main",
                                "https://blue.example",
                                "Main <hello@main.example>",
                                Locale.UK,
                                ZoneId.of("Europe/London"))));
    }

    @Test
    void whatAFurtherShopSaysCounts() {
        app.withPropertyValues(
                        "afterglow.shops.blue.name=Blue",
                        "afterglow.shops.blue.from=Blue <hi@blue.example>",
                        "afterglow.shops.blue.locale=de-AT",
                        "afterglow.shops.blue.time-zone=Europe/Vienna")
                .run(context -> {
                    Shop blue = context.getBean(Shops.class).of(BLUE);
                    assertThat(blue.name()).isEqualTo("Blue");
                    assertThat(blue.from()).isEqualTo("Blue <hi@blue.example>");
                    assertThat(blue.locale()).isEqualTo(Locale.forLanguageTag("de-AT"));
                    assertThat(blue.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
                    assertThat(blue.country()).isEqualTo("AT");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Blue & Sons, Blue & Sons <hello@main.example>",
        "'Blue, Ltd. \"B\"', '\"Blue, Ltd. \\\"B\\\"\" <hello@main.example>'"
    })
    void mailOfAShopWithoutAnAddressOfItsOwnIsFromTheMainOnesUnderItsOwnName(String name, String from) {
        app.withPropertyValues("afterglow.shops.blue.name=" + name)
                .run(context ->
                        assertThat(context.getBean(Shops.class).of(BLUE).from()).isEqualTo(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blue", "blue_shop", "a-name-that-is-longer-than-thirty-one"})
    void aBadNameIsNamedAtTheStart(String name) {
        app.withPropertyValues("afterglow.shops.%s.name=X".formatted(name))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("small letters, digits and dashes")
                        .hasMessageContaining(name));
    }

    @Test
    void anIdBelongsToTheShopWhoseNameItBeginsWith() {
        Shops shops = SomeShops.withBlue(SomeShops.one());

        assertThat(shops.ofOrder("blue/17")).isEqualTo(BLUE);
        assertThat(shops.ofOrder("blue/17/2")).isEqualTo(BLUE);
        assertThat(shops.ofOrder("17")).isEqualTo(ShopKey.MAIN);
        assertThat(shops.ofOrder("red/17")).isEqualTo(ShopKey.MAIN);
        assertThat(shops.ofOrder("blue17")).isEqualTo(ShopKey.MAIN);
        assertThat(shops.ofOrder("/17")).isEqualTo(ShopKey.MAIN);
    }

    @Test
    void aShopsOwnIdComesBackFromTheOneKnownHere() {
        assertThat(BLUE.bare(BLUE.own("17"))).isEqualTo("17");
        assertThat(BLUE.bare(BLUE.own("blue/17"))).isEqualTo("blue/17");
        assertThat(ShopKey.MAIN.bare(ShopKey.MAIN.own("blue/17"))).isEqualTo("blue/17");
    }

    @Test
    void nothingIsSaidInTheNameOfAShopThatIsNotConfigured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SomeShops.one().of(BLUE))
                .withMessageContaining("afterglow.shops.blue is not configured");
        assertThatIllegalArgumentException().isThrownBy(() -> new ShopKey("Blue"));
    }
}
