package dev.afterglow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.rehearsal.Entry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesFileTest {

    private static final String SMALL = """
            - example: Nobody answers
              customer:
                name: Grace Hopper
                agreed: [feedback, offers]
                birthday: 02-29
              order:
                country: US
                region: NY
              begins: 2026-05-04
              events:
                - day 1 10:00: order.paid
                - day 2 09:00: parcel.shipped
                  promise: day 4
              calendar:
                - day 31 10:05: product-survey
                  by: sms
                - day 32: no product-reminder
                  because: no-consent
                - day 40: ends
            """;

    @Test
    void anExampleSaysWhoItIsWhatHappensAndWhatShouldComeOfIt() {
        Example example = ExamplesFile.read("journey", SMALL).getFirst();

        assertThat(example.person().firstName()).isEqualTo("Grace");
        assertThat(example.person().lastName()).isEqualTo("Hopper");
        assertThat(example.person().zone()).hasToString("America/New_York");
        assertThat(example.person().agreed()).containsExactly("feedback", "offers");
        assertThat(example.person().birthday()).isEqualTo(MonthDay.of(2, 29));
        assertThat(example.begins()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(example.cues()).extracting(Cue::what).containsExactly("order.paid", "parcel.shipped");
        assertThat(example.cues().getLast().details()).isEqualTo(Map.of("promise", "day 4"));
        assertThat(example.calendar()).extracting(Expected::kind).containsExactly(Kind.SENT, Kind.SILENT, Kind.ENDS);
        assertThat(example.calendar().get(1).what()).isEqualTo("product-reminder");
        assertThat(example.when(Instant.parse("2026-05-05T13:00:30Z"))).hasToString("day 2 09:00");
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        Example example = ExamplesFile.read("journey", "- example: Nothing").getFirst();

        assertThat(example.person().agreed()).isEmpty();
        assertThat(example.person().locale()).isEqualTo("en");
        assertThat(example.person().hasEmail()).isTrue();
        assertThat(example.purchase().lines()).hasSize(1);
        assertThat(example.cues()).isEmpty();
        assertThat(example.calendar()).isEmpty();
    }

    @Test
    void somebodyElseTakesThePlaceOfEveryCustomer() {
        List<Example> examples =
                ExamplesFile.read("journey", SMALL, Map.of("locale", "\"de\"", "agreed", "\"nothing\""));

        assertThat(examples.getFirst().person().locale()).isEqualTo("de");
        assertThat(examples.getFirst().person().agreed()).isEmpty();
        assertThat(examples.getFirst().person().firstName()).isEqualTo("Grace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.paid           | order.payed          | 11 | "order.payed" is not known here
            promise: day 4       | promised: day 4      | 13 | "promised" is not known here; of parcel.shipped can be said
            day 1 10:00          | tomorrow             | 11 | "tomorrow" must be a day and a time such as
            by: sms              | by: pigeon           | 16 | "pigeon" is not known here; there are email
            because: no-consent  | why: no-consent      | 18 | "why" is not known here; there are by
            agreed: [feedback    | agreed: [surveys     | 4  | "surveys" is not known here; there are feedback
            birthday: 02-29      | birthday: May        | 5  | "May" must be a month and a day
            country: US          | country: USA         | 7  | "USA" must be a country of two letters
            begins: 2026-05-04   | begins: soon         | 9  | "soon" must be a day such as
            customer:            | client:              | 3  | "client" is not known here; there are example
            """)
    void aWrongLineIsNamedWithWhatIsKnown(String right, String wrong, int line, String reason) {
        assertThatThrownBy(() -> ExamplesFile.read("journey", SMALL.replace(right, wrong)))
                .isInstanceOf(ExamplesRefused.class)
                .hasMessageStartingWith("journey/examples.yaml:%d: ".formatted(line))
                .hasMessageContaining(reason);
    }

    @Test
    void twoExamplesOfOneNameAreRefused() {
        assertThatThrownBy(() -> ExamplesFile.read("journey", "- example: One\n- example: One\n"))
                .hasMessage("journey/examples.yaml:2: there are two examples \"One\"");
    }

    @Test
    void aFileThatIsNoYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> ExamplesFile.read("journey", "- example: One\n  events: [\n"))
                .hasMessageStartingWith("journey/examples.yaml:");
    }
}
