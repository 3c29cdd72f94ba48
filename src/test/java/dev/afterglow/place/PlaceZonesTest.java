package dev.afterglow.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlaceZonesTest {

    @Test
    void aSmallCountryHasOneZoneAndALargeOneMany() {
        assertThat(PlaceZones.at("DE", null)).contains(ZoneId.of("Europe/Berlin"));
        assertThat(PlaceZones.at("IN", null)).hasSize(1);
        assertThat(PlaceZones.at("US", null)).hasSizeGreaterThan(5);
    }

    @Test
    void aStateNarrowsItDown() {
        assertThat(PlaceZones.at("US", "CA")).containsExactly(ZoneId.of("America/Los_Angeles"));
        assertThat(PlaceZones.at("US", "ZZ")).isEqualTo(PlaceZones.at("US", null));
    }

    @Test
    void nowhereHasNone() {
        assertThat(PlaceZones.at(null, "CA")).isEmpty();
        assertThat(PlaceZones.at("QQ", null)).isEmpty();
        assertThat(PlaceZones.named("Moon/Crater")).isEmpty();
        assertThat(PlaceZones.named(null)).isEmpty();
    }
}
