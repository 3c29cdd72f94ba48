package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodMomentTest {

    private static final Home BERLIN = new Home(ZoneId.of("Europe/Berlin"), "DE", null);
    private static final Home MUNICH = new Home(ZoneId.of("Europe/Berlin"), "DE", "BY");
    private static final Home NEW_YORK = new Home(ZoneId.of("America/New_York"), "US", "NY");
    private static final Home LORD_HOWE = new Home(ZoneId.of("Australia/Lord_Howe"), "AU", null);

    // A Wednesday afternoon in Berlin.
    private static final Instant NOW = Instant.parse("2026-11-25T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'', '', 2026-11-25T15:00+01:00[Europe/Berlin]",
        "PT4H, '', 2026-11-25T19:00+01:00[Europe/Berlin]",
        "P3D, '', 2026-11-28T15:00+01:00[Europe/Berlin]",
        "P2W, '', 2026-12-09T15:00+01:00[Europe/Berlin]",
        "P1M, '', 2026-12-25T15:00+01:00[Europe/Berlin]",
        "P1DT12H, '', 2026-11-27T03:00+01:00[Europe/Berlin]"
    })
    void aWaitWithoutATimeOfDayIsOverWhenItIsOver(String after, String at, String expected) {
        assertThat(find(BERLIN, NOW, NOW, "after", after, "at", at)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // today if that is still to come, else tomorrow
        "'', 18:00, 2026-11-25T18:00+01:00[Europe/Berlin]",
        "'', 09:00, 2026-11-26T09:00+01:00[Europe/Berlin]",
        "'', 15:00, 2026-11-25T15:00+01:00[Europe/Berlin]",
        // days count by the calendar, hours by the clock
        "P3D, 09:00, 2026-11-28T09:00+01:00[Europe/Berlin]",
        "PT4H, 18:00, 2026-11-26T18:00+01:00[Europe/Berlin]",
        "P1DT4H, 09:00, 2026-11-27T09:00+01:00[Europe/Berlin]"
    })
    void aTimeOfDayIsOneOnTheCustomersWall(String after, String at, String expected) {
        assertThat(find(BERLIN, NOW, NOW, "after", after, "at", at)).isEqualTo(expected);
    }

    @Test
    void theSameTimeOfDayIsAnotherMomentElsewhere() {
        assertThat(find(NEW_YORK, NOW, NOW, "after", "P1D", "at", "09:00"))
                .isEqualTo("2026-11-26T09:00-05:00[America/New_York]");
    }

    @Test
    void itIsNeverInThePast() {
        Instant longAgo = NOW.minusSeconds(30 * 86_400);

        assertThat(find(BERLIN, longAgo, NOW, "after", "P3D")).isEqualTo("2026-11-25T15:00+01:00[Europe/Berlin]");
        assertThat(find(BERLIN, longAgo, NOW, "after", "P3D", "at", "09:00"))
                .isEqualTo("2026-11-26T09:00+01:00[Europe/Berlin]");
        assertThat(find(BERLIN, longAgo, NOW, "after", "P3D", "at", "16:00"))
                .isEqualTo("2026-11-25T16:00+01:00[Europe/Berlin]");
    }

    @Test
    void weekdaysLeaveTheWeekendOutAndBusinessDaysTheHolidaysToo() {
        Instant beforeChristmas = Instant.parse("2026-12-23T14:00:00Z");

        assertThat(find(BERLIN, NOW, NOW, "after", "P3D", "at", "09:00", "days", "weekdays"))
                .isEqualTo("2026-11-30T09:00+01:00[Europe/Berlin]");
        assertThat(find(BERLIN, beforeChristmas, beforeChristmas, "after", "P2D", "at", "09:00", "days", "weekdays"))
                .isEqualTo("2026-12-25T09:00+01:00[Europe/Berlin]");
        assertThat(find(
                        BERLIN,
                        beforeChristmas,
                        beforeChristmas,
                        "after",
                        "P2D",
                        "at",
                        "09:00",
                        "days",
                        "business-days"))
                .isEqualTo("2026-12-28T09:00+01:00[Europe/Berlin]");
        assertThat(find(NEW_YORK, NOW, NOW, "after", "P1D", "at", "09:00", "days", "business-days"))
                .as("the day after Thanksgiving")
                .isEqualTo("2026-11-27T09:00-05:00[America/New_York]");
    }

    @Test
    void aHolidayOfTheStateCountsWhereTheStateIsKnown() {
        Instant beforeEpiphany = Instant.parse("2027-01-05T14:00:00Z");

        assertThat(find(BERLIN, beforeEpiphany, beforeEpiphany, "after", "P1D", "at", "09:00", "days", "business-days"))
                .isEqualTo("2027-01-06T09:00+01:00[Europe/Berlin]");
        assertThat(find(MUNICH, beforeEpiphany, beforeEpiphany, "after", "P1D", "at", "09:00", "days", "business-days"))
                .isEqualTo("2027-01-07T09:00+01:00[Europe/Berlin]");
    }

    @Test
    void whereTheClocksJumpOverTheTimeItIsWhenTheyDo() {
        Instant before = Instant.parse("2027-03-27T14:00:00Z");

        assertThat(find(BERLIN, before, before, "after", "P1D", "at", "02:30"))
                .isEqualTo("2027-03-28T03:00+02:00[Europe/Berlin]");
        assertThat(find(
                        NEW_YORK,
                        Instant.parse("2027-03-13T14:00:00Z"),
                        Instant.parse("2027-03-13T14:00:00Z"),
                        "at",
                        "02:15"))
                .isEqualTo("2027-03-14T03:00-04:00[America/New_York]");
    }

    @Test
    void whereTheClocksShowTheTimeTwiceItIsTheFirstThatIsNotPast() {
        Instant before = Instant.parse("2026-10-24T14:00:00Z");
        Instant between = Instant.parse("2026-10-25T00:45:00Z");

        assertThat(find(BERLIN, before, before, "after", "P1D", "at", "02:30"))
                .isEqualTo("2026-10-25T02:30+02:00[Europe/Berlin]");
        assertThat(find(BERLIN, between, between, "at", "02:30")).isEqualTo("2026-10-25T02:30+01:00[Europe/Berlin]");
        assertThat(find(
                        LORD_HOWE,
                        Instant.parse("2027-04-03T00:00:00Z"),
                        Instant.parse("2027-04-03T00:00:00Z"),
                        "after",
                        "P1D",
                        "at",
                        "01:45"))
                .isEqualTo("2027-04-04T01:45+11:00[Australia/Lord_Howe]");
    }

    @Test
    void aDayIsADayOnTheCalendarAlsoWhenItHasTwentyThreeHours() {
        Instant before = Instant.parse("2027-03-27T14:00:00Z");

        assertThat(find(BERLIN, before, before, "after", "P1D")).isEqualTo("2027-03-28T15:00+02:00[Europe/Berlin]");
        assertThat(find(BERLIN, before, before, "after", "PT24H")).isEqualTo("2027-03-28T16:00+02:00[Europe/Berlin]");
    }

    private static String find(Home home, Instant begin, Instant now, String... fields) {
        Map<String, String> headers = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            headers.put(fields[i], fields[i + 1]);
        }
        return new GoodMoment(Wait.of(new Fields(headers)), home, now)
                .find(begin)
                .toString();
    }
}
