package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        // Easter Monday, where it is one
        "2026-04-06, DE, , false",
        "2026-04-06, FR, , false",
        "2026-04-06, US, NY, true",
        // England has it, Scotland has not
        "2026-04-06, GB, ENG, false",
        "2026-04-06, GB, SCT, true",
        // days of one country
        "2026-07-14, FR, , false",
        "2026-10-26, AT, , false",
        "2026-11-26, US, , false",
        "2026-07-14, DE, , true",
        // kept on the Friday before, as the 4th is a Saturday
        "2026-07-03, US, , false",
        // weekends are not the same everywhere
        "2026-11-27, DE, , true",
        "2026-11-28, DE, , false",
        "2026-11-27, EG, , false",
        "2026-11-29, EG, , true",
        // nobody knows where
        "2026-11-28, '', , false",
        "2026-12-25, '', , true",
        "2026-12-25, XX, , true",
        "2026-12-25, DE, nowhere, false"
    })
    void peopleWorkOnBusinessDays(LocalDate day, String country, String region, boolean working) {
        assertThat(WorkingDays.isBusinessDay(day, country, region)).isEqualTo(working);
    }
}
