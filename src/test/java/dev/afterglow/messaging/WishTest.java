package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "\"stop\"",
                "STOP!!!",
                "stop 🛑",
                "ＳＴＯＰ",
                "st\u200bop",
                "stopall",
                "STOP ALL",
                "quit",
                "End",
                "revoke",
                "opt out",
                "OPT-OUT",
                "optout",
                "cancel",
                "Unsubscribe",
                "Stopp",
                "abmelden"
            })
    void aWordThatMeansStopIsObeyedHoweverItIsWritten(String text) {
        assertThat(Wish.in(text)).isEqualTo(Wish.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "🛑",
                "don't stop",
                "stop by my shop tomorrow",
                "the end",
                "stoppen",
                "where is my order?"
            })
    void whatHoldsMoreThanTheWordIsForAPerson(String text) {
        assertThat(Wish.in(text)).isEqualTo(Wish.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "unstop", "Yes!", "ja"})
    void startIsUnderstood(String text) {
        assertThat(Wish.in(text)).isEqualTo(Wish.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "help?", "Info", "Hilfe"})
    void helpIsUnderstood(String text) {
        assertThat(Wish.in(text)).isEqualTo(Wish.HELP);
    }
}
