package dev.afterglow.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Customer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "-1", "5.0", "٣", "five", "11"})
    void onlyOneToFiveAreStars(String said) {
        assertThat(read(Map.of("stars", said)).hasStars()).isFalse();
    }

    @Test
    void whatIsTooLongIsCutInTheMiddleOfNoCharacter() {
        Written written = read(Map.of("stars", "5", "text", "🙂".repeat(1500)));

        assertThat(written.text()).hasSizeLessThanOrEqualTo(4000).doesNotContain("�");
        assertThat(written.text().codePoints()).allMatch(Character::isEmoji);
    }

    @Test
    void emptyWordsAreNoWords() {
        assertThat(read(Map.of("stars", "1", "text", " \n ")).text()).isNull();
        assertThat(read(Map.of("stars", "1", "nameless", "yes")).nameless()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Ada, Lovelace, Ada L.", "Ada, -, Ada", "-, Lovelace, -", "' ', Lovelace, -", "Zoë, 'Öz', Zoë Ö."})
    void anAuthorIsAFirstNameAndAnInitial(String first, String last, String shown) {
        assertThat(Author.of(new Customer("c-1", "a@example.com", null, first, last, null, null)))
                .isEqualTo(shown);
    }

    private static Written read(Map<String, String> form) {
        return Written.read(field -> form.getOrDefault(field, ""));
    }
}
