package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "0151 12345678,DE,+4915112345678",
        "+49 (0)151 12345678,US,+4915112345678",
        "(202) 555-0143,US,+12025550143",
        "202.555.0143,us,+12025550143",
        "07911 123456,GB,+447911123456",
        "+1-202-555-0143,DE,+12025550143"
    })
    void aNumberIsUnderstoodHoweverPeopleWriteIt(String text, String region, String number) {
        assertThat(Phones.e164(text, region)).contains(number);
    }

    @Test
    void theLikeliestCountryThatHasTheNumberWins() {
        assertThat(Phones.e164("07911 123456", "", null, "GB", "DE")).contains("+447911123456");
        assertThat(Phones.e164("(202) 555-0143", "GB", "US")).contains("+12025550143");
    }

    @Test
    void whatIsNoNumberAnywhereIsNone() {
        assertThat(Phones.e164("555-555-SHIP", "US")).isEmpty();
        assertThat(Phones.e164("0151 12345678")).isEmpty();
    }
}
