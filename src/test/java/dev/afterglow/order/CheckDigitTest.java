package dev.afterglow.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @CsvSource({
        "ups,1Z0659120300549388",
        "ups,1ZA2207X0444990982",
        "ups,1z 5R8 939 03 5756 7127",
        "fedex,986578788855",
        "FedEx,477179081230",
        "fedex,041441760228964",
        "usps,9400 1112 0108 0805 4830 16",
        "usps,420921559400111201080805483016",
        "usps,71123456789123456787",
        "dhl,3318810025",
        "DHL Express,8487135506",
        "dhl,00340434161094015902",
        "royal-mail,RB123456785GB",
        "'',RR473124829GB"
    })
    void rightNumbersPassAndOneWrongDigitDoesNot(String carrier, String number) {
        assertThat(CheckDigit.fails(carrier, new ParcelName.Numbered(number))).isFalse();

        String bare = new ParcelName.Numbered(number).number();
        int at = bare.length() - (Character.isDigit(bare.charAt(bare.length() - 1)) ? 3 : 5);
        char other = bare.charAt(at) == '9' ? '0' : (char) (bare.charAt(at) + 1);
        String typo = bare.substring(0, at) + other + bare.substring(at + 1);
        assertThat(CheckDigit.fails(carrier, new ParcelName.Numbered(typo)))
                .as(typo)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12345678901234567890", "ABC", "EZ1000000001", "JJD000390007777777777"})
    void whatNobodyCanCheckIsNotDoubted(String number) {
        assertThat(CheckDigit.fails("hermes", new ParcelName.Numbered(number))).isFalse();
        assertThat(CheckDigit.fails(null, new ParcelName.Numbered(number))).isFalse();
    }

    @Test
    void digitsOfAnotherCarriersLengthAreNotDoubted() {
        assertThat(CheckDigit.fails("fedex", new ParcelName.Numbered("61290912345678901234")))
                .isFalse();
        assertThat(CheckDigit.fails("dhl-germany", new ParcelName.Numbered("123456789012")))
                .isFalse();
    }
}
