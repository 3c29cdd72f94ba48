package dev.afterglow.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2024-05-10T09:00:00Z, 2024-05-10T09:00:00Z",
        "2024-05-10T09:00:00+02:00, 2024-05-10T07:00:00Z",
        "2024-05-10 09:00:00 +0200, 2024-05-10T07:00:00Z",
        "2024-05-10 09:00:00.123, 2024-05-10T08:00:00Z",
        "2024-05-10, 2024-05-09T23:00:00Z",
        "2024-01-10, 2024-01-10T00:00:00Z",
        "10.5.2024 9:00, 2024-05-10T08:00:00Z",
        "5/10/24 9:00 PM, 2024-05-10T20:00:00Z",
        "5/10/2024 12:05 am, 2024-05-09T23:05:00Z",
        "12/1/10 8:26, 2010-12-01T08:26:00Z"
    })
    void momentsAreReadHoweverTheyAreWritten(String text, Instant meant) {
        assertThat(cells(Column.PLACED_AT, text).instant(Column.PLACED_AT)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "31.2.2024", "13/13/2024", "yesterday", "2024-05-10 25:00", "44927"})
    void whatIsNoDateIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> cells(Column.PLACED_AT, text).instant(Column.PLACED_AT))
                .isInstanceOfSatisfying(WrongCell.class, wrong -> {
                    assertThat(wrong.column()).isEqualTo(Column.PLACED_AT);
                    assertThat(wrong.reason()).startsWith("must be a date").doesNotContain(text);
                });
    }

    @Test
    void aDayFirstFileIsReadDayFirst() {
        Cells cells = new Cells(row(Column.BIRTHDAY, "3/4/1990"), DateOrder.DAY_FIRST, LONDON);
        assertThat(cells.day(Column.BIRTHDAY)).isEqualTo(LocalDate.of(1990, 4, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "199.00|199.00",
                "1,234.50|1234.50",
                "1.234,50|1234.50",
                "24,75|24.75",
                "£3.39|3.39",
                "3,39 €|3.39",
                "EUR 12|12",
                "1'234.50|1234.50",
                "1,234|1234",
                "0.123456|0.1235"
            })
    void amountsAreReadHoweverTheyAreWritten(String text, BigDecimal meant) {
        assertThat(cells(Column.PRICE, text).amount(Column.PRICE)).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "1.2.3,4,5", "99999999999999999999", "1e99"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> cells(Column.PRICE, text).amount(Column.PRICE)).isInstanceOf(WrongCell.class);
    }

    @Test
    void wholeNumbersMayHavePointsWithNothingBehind() {
        assertThat(cells(Column.QUANTITY, "2.0").number(Column.QUANTITY)).isEqualTo(2);
        assertThatThrownBy(() -> cells(Column.QUANTITY, "2.5").number(Column.QUANTITY))
                .isInstanceOf(WrongCell.class);
    }

    @Test
    void countriesAreKnownByCodeAndName() {
        assertThat(Countries.code("de")).contains("DE");
        assertThat(Countries.code("United Kingdom")).contains("GB");
        assertThat(Countries.code("EIRE")).contains("IE");
        assertThat(Countries.code("Unspecified")).isEmpty();
    }

    private static Cells cells(Column column, String text) {
        return new Cells(row(column, text), DateOrder.MONTH_FIRST, LONDON);
    }

    private static Row row(Column column, String text) {
        return new Row(1, 0, Map.of(column, text), null);
    }
}
