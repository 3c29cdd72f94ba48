package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.place.PlaceZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwakeTest {

    private static final QuietTimes SHIPPED = new QuietTimes(LocalTime.of(21, 0), LocalTime.of(8, 0), false);
    private static final ZonedDateTime BEGIN = ZonedDateTime.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGIN.plusYears(4).toInstant();
    private static final List<QuietTimes> ALL = List.of(
            SHIPPED,
            new QuietTimes(LocalTime.of(21, 0), LocalTime.of(8, 0), true),
            new QuietTimes(LocalTime.of(1, 30), LocalTime.of(2, 30), false),
            new QuietTimes(LocalTime.of(23, 45), LocalTime.of(2, 15), false),
            new QuietTimes(LocalTime.of(12, 0), LocalTime.of(14, 0), true));

    /** Both hemispheres, odd offsets, changes of half an hour and at midnight, and none at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "America/Los_Angeles",
                "Australia/Lord_Howe",
                "Pacific/Chatham",
                "Asia/Kolkata",
                "Africa/Cairo",
                "America/Santiago",
                "Pacific/Kiritimati",
                "America/St_Johns"
            })
    void inFourYearsNothingLeavesInQuietHoursAndEveryWaitIsAsShortAsItCanBe(String id) {
        ZoneId zone = ZoneId.of(id);
        for (QuietTimes quiet : ALL) {
            for (Instant moment : moments(zone)) {
                assertEarliest(moment, List.of(zone), quiet);
            }
        }
    }

    @Test
    void inACountryOfManyZonesItIsAwakeInAllOfThem() {
        List<ZoneId> zones = PlaceZones.at("US", null);
        assertThat(zones).hasSizeGreaterThan(5);

        moments(ZoneId.of("America/Chicago")).forEach(moment -> assertEarliest(moment, zones, SHIPPED));
    }

    @Test
    void whereNoHourIsAwakeInAllZonesTheFirstZoneCountsAndTheWaitEnds() {
        List<ZoneId> far = List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Auckland"));
        QuietTimes late = new QuietTimes(LocalTime.of(17, 0), LocalTime.of(9, 0), false);
        Instant night = Instant.parse("2026-06-10T22:00:00Z");

        assertThat(Awake.from(night, far, List.of(late))).isEqualTo(Instant.parse("2026-06-11T07:00:00Z"));
    }

    @Test
    void evenWhenEverythingIsQuietTheWaitIsBounded() {
        List<QuietTimes> always = List.of(
                new QuietTimes(LocalTime.of(0, 0), LocalTime.of(12, 0), false),
                new QuietTimes(LocalTime.of(12, 0), LocalTime.of(0, 0), false));
        Instant night = Instant.parse("2026-06-10T22:00:00Z");

        assertThat(Awake.from(night, List.of(ZoneId.of("UTC")), always)).isEqualTo(night.plus(Awake.LONGEST));
    }

    @Test
    void theSameHourTwiceMeansThereAreNone() {
        QuietTimes none = new QuietTimes(LocalTime.of(8, 0), LocalTime.of(8, 0), false);

        assertThat(none.contain(LocalDateTime.parse("2026-06-10T08:00:00"))).isFalse();
        assertThat(none.contain(LocalDateTime.parse("2026-06-10T03:00:00"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go forward at 2: the end at 2:30 never comes, 3:00 comes instead
        "2026-03-29T00:45:00Z, 2026-03-29T01:00:00Z",
        // clocks go back at 3: 2:30 comes twice, and the first is early enough
        "2026-10-25T00:15:00Z, 2026-10-25T00:30:00Z",
        // the second pass from 2:00 to 2:30 is quiet again
        "2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z"
    })
    void whenTheClocksChangeTheEndIsWhereTheWallShowsIt(Instant moment, Instant end) {
        QuietTimes quiet = new QuietTimes(LocalTime.of(1, 30), LocalTime.of(2, 30), false);

        assertThat(Awake.from(moment, List.of(ZoneId.of("Europe/Berlin")), List.of(quiet)))
                .isEqualTo(end);
    }

    private static void assertEarliest(Instant moment, List<ZoneId> zones, QuietTimes quiet) {
        Instant found = Awake.from(moment, zones, List.of(quiet));
        if (isQuiet(found, zones, quiet)
                || found.isBefore(moment)
                || Duration.between(moment, found).compareTo(Duration.ofHours(60)) > 0
                || !isQuietThroughout(moment, found, zones, quiet)) {
            throw new AssertionError("%s in %s with %s: %s".formatted(moment, zones, quiet, found));
        }
    }

    private static boolean isQuietThroughout(Instant from, Instant to, List<ZoneId> zones, QuietTimes quiet) {
        Instant minute = from;
        while (minute.isBefore(to)) {
            if (!isQuiet(minute, zones, quiet)) {
                return false;
            }
            minute = minute.plusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
        }
        return true;
    }

    private static boolean isQuiet(Instant moment, List<ZoneId> zones, QuietTimes quiet) {
        return zones.stream().anyMatch(zone -> quiet.contain(LocalDateTime.ofInstant(moment, zone)));
    }

    /** Some at random, and many around each change of the clocks. */
    private static List<Instant> moments(ZoneId zone) {
        Random random = new Random(20_260_101);
        List<Instant> moments = new ArrayList<>();
        long seconds = Duration.between(BEGIN.toInstant(), END).toSeconds();
        for (int i = 0; i < 200; i++) {
            moments.add(BEGIN.toInstant().plusSeconds(random.nextLong(seconds)));
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(BEGIN.toInstant());
        while (change != null && change.getInstant().isBefore(END)) {
            for (int minutes = -24 * 60; minutes <= 24 * 60; minutes += 23) {
                moments.add(change.getInstant().plusSeconds(minutes * 60L + random.nextInt(60)));
            }
            moments.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return moments;
    }
}
