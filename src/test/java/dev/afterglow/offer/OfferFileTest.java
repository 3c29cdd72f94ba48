package dev.afterglow.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferFileTest {

    private static final String FILE = "birthday-offer/offers/birthday.yaml";

    @Test
    void percentWithoutAMinimumNeedsNoCurrency() {
        Deal deal = OfferFile.read(FILE, "percent: 12.5\nvalid: P30D\nbudget: 500\n");

        assertThat(deal)
                .isEqualTo(new Deal(new Terms(new BigDecimal("12.5"), null, null, null), Period.ofDays(30), 500));
    }

    @Test
    void anAmountMayHaveAMinimum() {
        Deal deal = OfferFile.read(
                FILE, "# for everybody\namount: 10\ncurrency: EUR\nminimum: 49.90\nvalid: P2M\nbudget: 0\n");

        assertThat(deal.terms()).isEqualTo(new Terms(null, new BigDecimal("10"), "EUR", new BigDecimal("49.90")));
        assertThat(deal.valid()).isEqualTo(Period.ofMonths(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1: the file is empty",
                "- percent|line 1: here must be lines",
                "percent: 10\\nvalid: P30D|line 1: \"budget\" is missing",
                "percent: 10\\nbudget: 5|line 1: \"valid\" is missing",
                "valid: P30D\\nbudget: 5|line 1: exactly one of",
                "percent: 10\\namount: 5\\ncurrency: EUR\\nvalid: P30D\\nbudget: 5|line 1: exactly one of",
                "amount: 5\\nvalid: P30D\\nbudget: 5|line 1: \"currency\" is missing",
                "percent: 5\\nminimum: 5\\nvalid: P30D\\nbudget: 5|line 1: \"currency\" is missing",
                "percent: 10\\ncurrency: EUR\\nvalid: P30D\\nbudget: 5|line 2: a currency says nothing",
                "percent: 101\\nvalid: P30D\\nbudget: 5|line 1: percent is \"101\"",
                "percent: 0\\nvalid: P30D\\nbudget: 5|line 1: percent is \"0\"",
                "valid: P30D\\npercent: 7.555\\nbudget: 5|line 2: percent is \"7.555\"",
                "percent: ten\\nvalid: P30D\\nbudget: 5|line 1: percent is \"ten\"",
                "amount: -5\\ncurrency: EUR\\nvalid: P30D\\nbudget: 5|line 1: amount is \"-5\"",
                "amount: 5\\ncurrency: Euro\\nvalid: P30D\\nbudget: 5|line 2: currency is \"Euro\"",
                "percent: 10\\nvalid: 30 days\\nbudget: 5|line 2: valid is \"30 days\"",
                "percent: 10\\nvalid: P0D\\nbudget: 5|line 2: valid is \"P0D\"",
                "percent: 10\\nvalid: P2Y\\nbudget: 5|line 2: valid is \"P2Y\"",
                "percent: 10\\nvalid: P30D\\nbudget: many|line 3: budget is \"many\"",
                "percent: 10\\nvalid: P30D\\nbudget: -1|line 3: budget is \"-1\"",
                "percent: 10\\nvalid: P30D\\nbudget: 5\\nonce: true|line 4: \"once\" is not known",
                "percent: 10\\npercent: 20\\nvalid: P30D\\nbudget: 5|line 2: \"percent\" stands here twice",
                "percent: [10]\\nvalid: P30D\\nbudget: 5|line 1: here must be one plain value",
                "percent: 10\\n  valid: P30D|line 2:"
            })
    void whatIsWrongIsRefusedWithItsLine(String yaml, String where) {
        assertThatThrownBy(() -> OfferFile.read(FILE, yaml.replace("\\n", "\n")))
                .isInstanceOf(OfferRefused.class)
                .hasMessageStartingWith(FILE + ": " + where.split(":")[0])
                .hasMessageContaining(where);
    }

    @ParameterizedTest
    @CsvSource({
        "10,,100.00,EUR,10.00",
        "12.5,,0.99,EUR,0.12",
        "15,,333,JPY,50",
        "100,,5.00,EUR,5.00",
        ",10,100,EUR,10.00",
        ",10,4.50,EUR,4.50"
    })
    void theDiscountIsRoundedAsTheCurrencyIsAndNeverMoreThanTheOrder(
            BigDecimal percent, BigDecimal amount, BigDecimal spent, String currency, BigDecimal off) {
        assertThat(new Terms(percent, amount, amount == null ? null : currency, null).discount(spent, currency))
                .isEqualTo(off);
    }
}
