package dev.afterglow.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void aFreshCodeHasTwelveSignsThatNobodyTakesForAnother() {
        for (int i = 0; i < 1000; i++) {
            Code code = Code.fresh();
            assertThat(code.text()).hasSize(12).matches("[0-9A-HJKMNP-TV-Z]+");
            assertThat(Code.read(code.text())).contains(code);
        }
    }

    @Test
    void itIsShownInGroupsAndReadHoweverItIsTyped() {
        Code code = Code.fresh();

        assertThat(code.shown()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(Code.read(code.shown())).contains(code);
        assertThat(Code.read(code.shown().toLowerCase(Locale.ROOT))).contains(code);
        assertThat(Code.read(" " + code.shown().replace('-', ' ') + "\t")).contains(code);
        assertThat(Code.read(code.shown().replace('-', '\u2013'))).contains(code);
    }

    @Test
    void lettersThatLookLikeDigitsAreReadAsThese() {
        Code code = withZeroAndOne();

        assertThat(Code.read(code.text().replace('0', 'O').replace('1', 'I'))).contains(code);
        assertThat(Code.read(code.text().replace('0', 'o').replace('1', 'l'))).contains(code);
    }

    @Test
    void everyWrongSignIsNoticed() {
        Code code = Code.fresh();
        for (int place = 0; place < 12; place++) {
            for (char other : SIGNS.toCharArray()) {
                StringBuilder typed = new StringBuilder(code.text());
                typed.setCharAt(place, other);
                assertThat(Code.read(typed.toString()).isPresent())
                        .isEqualTo(typed.toString().equals(code.text()));
            }
        }
    }

    @Test
    void everyTwoNeighboursThatChangedPlacesAreNoticed() {
        for (int i = 0; i < 200; i++) {
            String text = Code.fresh().text();
            for (int place = 0; place < 11; place++) {
                String typed = text.substring(0, place)
                        + text.charAt(place + 1)
                        + text.charAt(place)
                        + text.substring(place + 2);
                assertThat(Code.read(typed).isPresent()).isEqualTo(typed.equals(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "ABCD", "0000-0000-0001", "UUUU-UUUU-UUUU", "0000-0000-0000-0000", "ÄÖÜ€-0000-0000"})
    void whatNoCodeCanBeIsNone(String typed) {
        assertThat(Code.read(typed)).isEmpty();
    }

    @Test
    void allSignsComeUpAndNoCodeTwice() {
        Set<Code> codes = new HashSet<>();
        Set<Integer> signs = new HashSet<>();
        IntStream.range(0, 5000).mapToObj(i -> Code.fresh()).forEach(code -> {
            codes.add(code);
            code.text().chars().forEach(signs::add);
        });

        assertThat(codes).hasSize(5000);
        assertThat(signs).hasSize(32);
    }

    @Test
    void itDoesNotSayWhatItIsWhereItIsLogged() {
        Code code = Code.fresh();

        assertThat(code.toString()).doesNotContain(code.text());
    }

    private static Code withZeroAndOne() {
        Code code = Code.fresh();
        while (!code.text().contains("0") || !code.text().contains("1")) {
            code = Code.fresh();
        }
        return code;
    }
}
