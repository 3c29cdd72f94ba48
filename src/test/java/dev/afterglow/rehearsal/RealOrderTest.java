package dev.afterglow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RealOrderTest {

    private static final Example EXAMPLE = ExamplesFile.read("journey", """
            - example: One
              customer:
                agreed: feedback
              order:
                country: US
                region: NY
            """).getFirst();

    @Test
    void aRealOrderBringsWhatWasBoughtAndTheLanguageButNoAddress() throws Exception {
        Example example = with("""
                {"id": "777", "number": "#1042", "total": "248.50", "currency": "EUR",
                 "customer": {"id": "c-1", "email": "jo@shop.example", "firstName": "Jo", "lastName": "Smith", "locale": "de"},
                 "lines": [{"title": "Cup", "quantity": 2, "unitPrice": "24.75"}]}
                """);

        assertThat(example.person().firstName()).isEqualTo("Jo");
        assertThat(example.person().locale()).isEqualTo("de");
        assertThat(example.person().agreed()).containsExactly("feedback");
        assertThat(example.purchase().number()).isEqualTo("1042");
        assertThat(example.purchase().lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Cup");
            assertThat(line.quantity()).isEqualTo(2);
        });
        assertThat(new Role(example).email()).doesNotContain("jo@");
    }

    @Test
    void whatTheAppDoesNotKnowIsAsInTheExample() throws Exception {
        Example example = with("{\"id\": \"777\", \"customer\": null, \"total\": null, \"lines\": []}");

        assertThat(example.person()).isEqualTo(EXAMPLE.person());
        assertThat(example.purchase().number()).isEqualTo("777");
        assertThat(example.purchase().lines()).isEqualTo(EXAMPLE.purchase().lines());
        assertThat(example.purchase().total()).isEqualTo(EXAMPLE.purchase().total());
    }

    private static Example with(String json) throws Exception {
        return new RealOrder(new ObjectMapper().readTree(json))
                .in(java.util.List.of(EXAMPLE))
                .getFirst();
    }
}
