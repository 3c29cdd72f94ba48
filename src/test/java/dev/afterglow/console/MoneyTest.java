package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "129.9000, EUR, 129.90, €129.90",
        "0.0000, EUR, 0.00, €0.00",
        "1500.0000, JPY, 1500, 'JP¥1,500'",
        "1.2345, EUR, 1.2345, €1.2345",
        "1.2340, KWD, 1.234, 1.234 KWD",
        "123456789012345.6789, USD, 123456789012345.6789, 'US$123,456,789,012,345.6789'",
        "-5.0000, EUR, -5.00, -€5.00",
        "7.5000, ZZ, 7.50, 7.50 ZZ"
    })
    void anAmountKeepsEveryDigitAndNeedsNoMore(BigDecimal amount, String currency, String exact, String readable) {
        assertThat(Money.exact(amount, currency)).isEqualTo(exact);
        assertThat(Money.readable(amount, currency).replace('\u00a0', ' ')).isEqualTo(readable);
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertThat(Money.exact(null, "EUR")).isNull();
        assertThat(Money.readable(null, "EUR")).isEqualTo("–");
        assertThat(Money.readable(new BigDecimal("7.5"), null)).isEqualTo("7.50");
    }
}
