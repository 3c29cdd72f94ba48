package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTermsTest {

    @Test
    void fieldsThatAreNotFilledInTakeTheirDefaults() {
        assertThat(terms(Map.of())).isEqualTo(new EntryTerms(EntryTerms.Audience.EVERYONE, ReEntry.ONCE, 0, false));
        assertThat(terms(Map.of("class", " ", "audience", "", "re-entry", "", "holdout", "")))
                .isEqualTo(terms(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "class, promotional, 'one of service, marketing'",
        "audience, vip, 'one of everyone, first-time, repeat, nobody'",
        "re-entry, sometimes, a period such as P1Y",
        "re-entry, PT5H, a period such as P1Y",
        "re-entry, P0D, a period such as P1Y",
        "re-entry, -P1Y, a period such as P1Y",
        "holdout, ten, a whole number from 0 to 50",
        "holdout, 51, a whole number from 0 to 50",
        "holdout, -1, a whole number from 0 to 50",
        "holdout, 5, 0 in a journey whose class is service",
        "class, staff, one of service, marketing, internal"
    })
    void aWrongFieldIsNamedWithWhatItTakes(String field, String value, String takes) {
        assertThatExceptionOfType(JourneyProblem.class)
                .isThrownBy(() -> terms(Map.of(field, value)))
                .withMessageContainingAll("\"" + field + "\"", "\"" + value + "\"", takes)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("HEADER_WRONG"));
    }

    @Test
    void aPeriodCountsByTheCalendar() {
        Instant now = Instant.parse("2028-02-29T12:00:00Z");

        assertThat(terms(Map.of("re-entry", "P1Y")).reEntry().countsSince(now))
                .contains(Instant.parse("2027-02-28T12:00:00Z"));
        assertThat(terms(Map.of("re-entry", "once")).reEntry().countsSince(now)).isEmpty();
    }

    private static EntryTerms terms(Map<String, String> headers) {
        return EntryTerms.of(new Fields(headers));
    }
}
