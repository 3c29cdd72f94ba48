package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.order.Order;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.SomeShops;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerZonesTest {

    private final CustomerZones zones = new CustomerZones(
            SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("Europe/Vienna")));

    @ParameterizedTest
    @CsvSource({
        "US, CA, America/Los_Angeles",
        "US, ca, America/Los_Angeles",
        "CA, QC, America/Toronto",
        "AU, WA, Australia/Perth",
        "BR, SP, America/Sao_Paulo",
        "MX, Q ROO, America/Cancun",
        "JP, , Asia/Tokyo",
        "GB, , Europe/London"
    })
    void theAddressTellsTheZone(String country, @Nullable String state, String zone) {
        assertThat(of(country, state, null).getFirst()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void anAddressThatMayBeInSeveralHasThemAll() {
        assertThat(of("US", "TX", null)).hasSize(2);
        assertThat(of("US", null, null)).contains(ZoneId.of("Pacific/Honolulu"), ZoneId.of("America/New_York"));
        assertThat(of("US", "XX", null)).isEqualTo(of("US", null, null));
    }

    @Test
    void theProfileDecidesAmongThemAndWhereThereIsNoAddress() {
        assertThat(of("US", null, "America/Denver")).containsExactly(ZoneId.of("America/Denver"));
        assertThat(of("US", "CA", "Europe/Paris")).containsExactly(ZoneId.of("America/Los_Angeles"));
        assertThat(of(null, null, "Europe/Paris")).containsExactly(ZoneId.of("Europe/Paris"));
    }

    @Test
    void theShopDecidesWhereNothingElseDoes() {
        assertThat(of(null, null, null)).containsExactly(ZoneId.of("Europe/Vienna"));
        assertThat(of(null, null, "Mars/Olympus")).containsExactly(ZoneId.of("Europe/Vienna"));
        assertThat(of("XX", null, null)).containsExactly(ZoneId.of("Europe/Vienna"));
    }

    @Test
    void everyCountryHasAZone() {
        for (String country : Locale.getISOCountries()) {
            assertThat(zones.of(audience(country, null, null))).as(country).isNotEmpty();
        }
    }

    private List<ZoneId> of(@Nullable String country, @Nullable String state, @Nullable String profile) {
        return zones.of(audience(country, state, profile));
    }

    private static Audience audience(@Nullable String country, @Nullable String state, @Nullable String profile) {
        Order order = Order.of("1", "shop")
                .shipTo(country == null ? null : ShippingAddress.in(country, state))
                .build();
        return new Audience(new Customer("c-1", null, null, null, null, null, profile), order, false);
    }
}
