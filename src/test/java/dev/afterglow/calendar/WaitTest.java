package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

    @Test
    void fieldsThatAreNotFilledInTakeTheirDefaults() {
        assertThat(wait(Map.of())).isEqualTo(new Wait(After.AT_ONCE, Wait.From.NOW, null, Wait.Days.ANY, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "after, three days, a duration such as P3D",
        "after, P, a duration such as P3D",
        "after, P3DT, a duration such as P3D",
        "after, -P3D, a duration such as P3D",
        "after, P1DT-2H, a duration such as P3D",
        "from, shipped, 'one of now, paid, delivered'",
        "at, 9 am, a time of day such as 09:00",
        "at, 25:00, a time of day such as 09:00",
        "days, sundays, 'one of any, weekdays, business-days'",
        "spread, 241, a whole number from 0 to 240",
        "spread, half an hour, a whole number from 0 to 240"
    })
    void aWrongFieldIsNamedWithWhatItTakes(String field, String value, String takes) {
        assertThatExceptionOfType(JourneyProblem.class)
                .isThrownBy(() -> wait(Map.of(field, value)))
                .withMessageContainingAll("\"" + field + "\"", "\"" + value + "\"", takes)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("HEADER_WRONG"));
    }

    private static Wait wait(Map<String, String> headers) {
        return Wait.of(new Fields(headers));
    }
}
