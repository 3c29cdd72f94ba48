package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

    private static final ZonedDateTime LATE =
            Instant.parse("2026-03-05T22:30:00Z").atZone(ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; USD; $1,234.50",
                "de-DE; EUR; 1.234,50 €",
                "de-AT; EUR; € 1.234,50",
                "fr-FR; EUR; 1 234,50 €",
                "ja-JP; JPY; ￥1,234",
                "pt-BR; BRL; R$ 1.234,50",
                "hi-IN; INR; ₹1,234.50",
                "en; KWD; KWD 1,234.500"
            })
    void moneyIsWrittenAsTheCustomerDoes(String locale, String currency, String written) {
        assertThat(in(locale).money(new BigDecimal("1234.50"), currency).replaceAll("[\\u00A0\\u202F]", " "))
                .isEqualTo(written);
    }

    @Test
    void aCurrencyNobodyKnowsIsStillWritten() {
        assertThat(in("en").money(new BigDecimal("5"), "POINTS")).isEqualTo("5 POINTS");
        assertThat(in("en").money(new BigDecimal("5"), "ZZZ")).contains("ZZZ").contains("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; UTC; long; March 5, 2026",
                "en-GB; UTC; long; 5 March 2026",
                "de; Europe/Berlin; long; 5. März 2026",
                "de; Asia/Tokyo; long; 6. März 2026",
                "en-GB; Asia/Kolkata; full; Friday, 6 March 2026",
                "zh-Hant-TW; Asia/Taipei; long; 2026年3月6日",
                "fr; UTC; day; 5 mars",
                "fr; UTC; month; mars 2026",
                "fr; UTC; weekday; jeudi",
                "de; Europe/Berlin; time; 23:30",
                "en; America/New_York; %Y-%m-%d %H:%M; 2026-03-05 17:30"
            })
    void aMomentIsWrittenInTheCustomersZone(String locale, String zone, String style, String written) {
        assertThat(new Tongue(Locale.forLanguageTag(locale), ZoneId.of(zone)).date(LATE, style))
                .isEqualTo(written);
    }

    @Test
    void aStyleNobodyKnowsIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> in("en").date(LATE, "pretty"))
                .isInstanceOf(WordsRefused.class)
                .hasMessageContaining("\"pretty\"")
                .hasMessageContaining("weekday");
    }

    @ParameterizedTest
    @CsvSource({
        "en,1,one",
        "en,0,other",
        "fr,0,one",
        "pl,2,few",
        "pl,5,many",
        "pl,22,few",
        "ar,0,zero",
        "ar,2,two",
        "ar,3,few",
        "ar,11,many",
        "ja,1,other",
        "ru,21,one"
    })
    void pluralsFollowTheLanguage(String locale, int number, String category) {
        assertThat(in(locale).plural(number)).isEqualTo(category);
    }

    private static Tongue in(String locale) {
        return new Tongue(Locale.forLanguageTag(locale), ZoneId.of("UTC"));
    }
}
