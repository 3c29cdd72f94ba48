package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.messaging.words.SmsLength.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthTest {

    @ParameterizedTest
    @CsvSource({"1,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void plainLettersFit160OrPartsOf153(int letters, int segments) {
        assertThat(SmsLength.of("a".repeat(letters)))
                .returns(Encoding.GSM_7, SmsLength::encoding)
                .returns(letters, SmsLength::units)
                .returns(segments, SmsLength::segments);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4"})
    void otherLettersFit70OrPartsOf67(int letters, int segments) {
        assertThat(SmsLength.of("ж".repeat(letters)))
                .returns(Encoding.UCS_2, SmsLength::encoding)
                .returns(letters, SmsLength::units)
                .returns(segments, SmsLength::segments);
    }

    @ParameterizedTest
    @CsvSource({"80,1", "81,2", "152,2", "153,3"})
    void anEuroSignTakesTwoPlacesAndIsNotCutInTwo(int signs, int segments) {
        assertThat(SmsLength.of("€".repeat(signs)))
                .returns(Encoding.GSM_7, SmsLength::encoding)
                .returns(2 * signs, SmsLength::units)
                .returns(segments, SmsLength::segments);
    }

    @ParameterizedTest
    @CsvSource({"35,1", "36,2", "66,2", "67,3"})
    void anEmojiTakesTwoPlacesAndIsNotCutInTwo(int emoji, int segments) {
        assertThat(SmsLength.of("😀".repeat(emoji)))
                .returns(Encoding.UCS_2, SmsLength::encoding)
                .returns(2 * emoji, SmsLength::units)
                .returns(segments, SmsLength::segments);
    }

    @Test
    void whatForcesTheShorterMessagesIsNamedOnce() {
        assertThat(SmsLength.of("Hi “Zoë”, “you” 😀").forcing()).containsExactly("“", "ë", "”", "😀");
    }

    @Test
    void everyLetterOfTheGsmAlphabetIsInIt() {
        assertThat(SmsLength.of("ÄÖÜäöüß àèéìòù ÇÑñØøÅåÆæÉ ΔΦΓΛΩΠΨΣΘΞ ¡¿§¤£¥$@_ ^{}\\[~]|€\f\r\n")
                        .forcing())
                .isEmpty();
        assertThat(SmsLength.of("ç").forcing()).containsExactly("ç");
        assertThat(SmsLength.of("`").forcing()).containsExactly("`");
    }

    @Test
    void anEmptyTextIsNoMessage() {
        assertThat(SmsLength.of("").segments()).isZero();
    }
}
