package dev.afterglow.intake.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-05-10T09:00:00Z,           USA, CA, 2026-05-10T09:00:00Z",
        "2026-05-10T09:00:00+08:00,      USA, CA, 2026-05-10T01:00:00Z",
        "2026-05-10T09:00:00,            USA, CA, 2026-05-10T16:00:00Z",
        "2026-05-10 09:00:00,            US,  CA, 2026-05-10T16:00:00Z",
        "2026-05-10T09:00:00,            IND, '', 2026-05-10T03:30:00Z",
        "2026-05-10T09:00:00.123,        '',  '', 2026-05-10T07:00:00.123Z",
        "2026-05-10T09:00:00,            Elsewhere, '', 2026-05-10T07:00:00Z",
        "2026-05-10,                     DEU, '', 2026-05-10T10:00:00Z",
        "2026-03-29T02:30:00,            DEU, '', 2026-03-29T01:30:00Z"
    })
    void aTimeIsThatOfItsOffsetElseOfThePlaceElseOfTheAccount(
            String text, String country, String state, Instant expected) {
        assertThat(LocalTimes.at(field(text), country, state, SHOP)).isEqualTo(expected);
    }

    @Test
    void noTimeIsNone() {
        assertThat(LocalTimes.at(new Field("/at", null), "DE", null, SHOP)).isNull();
        assertThat(LocalTimes.day(new Field("/at", null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-13-01", "2026-05-10T25:00:00", "T", "+999999999-12-31T00:00:00Z", "1969-12-31"
            })
    void whatIsNoTimeIsRefusedByName(String text) {
        assertThatThrownBy(() -> LocalTimes.at(field(text), null, null, SHOP))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/at must be a time");
    }

    @Test
    void aDayIsTheOneThatIsWrittenWhateverTheZone() {
        assertThat(LocalTimes.day(field("2026-05-10T23:59:00-11:00"))).isEqualTo(LocalDate.of(2026, 5, 10));
        assertThat(LocalTimes.day(field("2026-05-10"))).isEqualTo(LocalDate.of(2026, 5, 10));
        assertThatThrownBy(() -> LocalTimes.day(field("soon"))).hasMessageContaining("/at must be a day");
    }

    private static Field field(String text) {
        return new Field("/at", JsonNodeFactory.instance.textNode(text));
    }
}
