package dev.afterglow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.rehearsal.Entry.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Example EXAMPLE = ExamplesFile.read("journey", """
            - example: Two messages
              calendar:
                - day 2 10:00: first
                - day 3: second
            """).getFirst();

    @Test
    void whatCameAsItIsWrittenIsAsExpected() {
        assertThat(of(sent("first", 2), sent("second", 3)).isAsExpected()).isTrue();
    }

    @Test
    void anotherDayIsNamedWithLineAndWhatCameInstead() {
        assertThat(of(sent("first", 2), sent("second", 4)).differences()).containsExactly("""
                journey/examples.yaml:4: in "Two messages"
                    expected day 3: second
                    got      day 4 10:00: second, by: email, subject: Hello""");
    }

    @Test
    void whatDidNotComeIsNamed() {
        assertThat(of(sent("first", 2)).differences()).containsExactly("""
                journey/examples.yaml:4: in "Two messages"
                    expected day 3: second
                    got      nothing of the kind""");
    }

    @Test
    void aMessageTooManyIsNamed() {
        assertThat(of(sent("first", 2), sent("second", 3), sent("third", 4)).differences())
                .singleElement()
                .asString()
                .startsWith("journey/examples.yaml:1: in \"Two messages\"")
                .contains("expected nothing more", "got      day 4 10:00: third");
    }

    @Test
    void aSilenceIsNoMessage() {
        Entry silent = new Entry(at(3), Kind.SILENT, "second", null, "email", null, "no-consent", null);

        assertThat(of(sent("first", 2), silent).differences())
                .singleElement()
                .asString()
                .contains("got      day 3 10:00: no second, by: email, because: no-consent");
    }

    @Test
    void theEndCountsOnlyWhereItIsWritten() {
        assertThat(of(sent("first", 2), sent("second", 3), Entry.ofJourney(at(3), Kind.ENDS, null))
                        .isAsExpected())
                .isTrue();
    }

    private static Comparison of(Entry... entries) {
        return Comparison.of(new Calendar(EXAMPLE, List.of(entries)));
    }

    private static Entry sent(String words, int day) {
        return new Entry(at(day), Kind.SENT, words, "Task_Send", "email", "Hello", null, null);
    }

    private static Instant at(int day) {
        return Instant.parse("2026-03-02T09:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
