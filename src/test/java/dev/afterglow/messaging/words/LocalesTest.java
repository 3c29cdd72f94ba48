package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {

    @ParameterizedTest
    @CsvSource({
        "pt-BR,pt-BR pt en-GB en",
        "pt,pt en-GB en",
        "zh-Hant-TW,zh-Hant-TW zh-Hant zh en-GB en",
        "zh-TW,zh-TW zh-Hant zh en-GB en",
        "zh-CN,zh-CN zh en-GB en",
        "sr-Latn-RS,sr-Latn-RS sr-Latn sr en-GB en",
        "en-US,en-US en en-GB",
        "de-DE-u-co-phonebk,de-DE de en-GB en"
    })
    void theNearestLanguageIsLookedForFirst(String wanted, String order) {
        assertThat(String.join(" ", Locales.nearestFirst(Locale.forLanguageTag(wanted), Locale.UK)))
                .isEqualTo(order);
    }

    @Test
    void whoseLanguageIsNotKnownReadsTheShops() {
        assertThat(Locales.nearestFirst(null, Locale.UK)).containsExactly("en-GB", "en");
        assertThat(Locales.nearestFirst(Locale.ROOT, Locale.UK)).containsExactly("en-GB", "en");
    }
}
