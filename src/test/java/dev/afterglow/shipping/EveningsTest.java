package dev.afterglow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EveningsTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    @Test
    void aDayIsOverForUsWhenItsEveningHasCome() {
        Evenings evenings = new Evenings(LocalTime.of(19, 0), LISBON);

        assertThat(evenings.last(at(MONDAY, "18:59"))).isEqualTo(MONDAY.minusDays(1));
        assertThat(evenings.last(at(MONDAY, "19:00"))).isEqualTo(MONDAY);
    }

    @Test
    void theNextEveningIsNeverNowSoNothingGoesRoundInACircle() {
        Evenings evenings = new Evenings(LocalTime.of(19, 0), LISBON);

        assertThat(evenings.after(at(MONDAY, "09:00"))).isEqualTo(at(MONDAY, "19:00"));
        assertThat(evenings.after(at(MONDAY, "19:00"))).isEqualTo(at(MONDAY.plusDays(1), "19:00"));
        assertThat(evenings.after(at(MONDAY, "23:59"))).isEqualTo(at(MONDAY.plusDays(1), "19:00"));
    }

    @Test
    void theEveningIsByTheWallClockAlsoWhenClocksAreChanged() {
        Evenings evenings = new Evenings(LocalTime.of(19, 0), LISBON);

        assertThat(evenings.after(at(LocalDate.of(2026, 3, 28), "20:00")))
                .isEqualTo(ZonedDateTime.parse("2026-03-29T19:00+01:00[Europe/Lisbon]"));
    }

    @Test
    void parcelsAreSpreadOverTheHourBeforeAndEachKeepsItsMinute() {
        Lookout lookout = Lookout.of(new Fields(Map.of()));
        Set<LocalTime> minutes = IntStream.range(0, 500)
                .mapToObj(i -> Evenings.of("parcel-" + i, lookout, LISBON).at())
                .collect(Collectors.toSet());

        assertThat(minutes)
                .hasSizeGreaterThan(50)
                .allSatisfy(minute -> assertThat(minute).isBetween(LocalTime.of(18, 0), LocalTime.of(19, 0)));
        assertThat(Evenings.of("parcel-1", lookout, LISBON)).isEqualTo(Evenings.of("parcel-1", lookout, LISBON));
    }

    @Test
    void aFieldThatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> Lookout.of(new Fields(Map.of("tell-by", "evening"))))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("tell-by");
        assertThatThrownBy(() -> Lookout.of(new Fields(Map.of("lost-after", "P900D"))))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("lost-after");
    }

    private static ZonedDateTime at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(LISBON);
    }
}
