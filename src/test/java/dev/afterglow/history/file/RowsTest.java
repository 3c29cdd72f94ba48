package dev.afterglow.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("file");
    }

    @Test
    void theSeparatorIsFoundInTheFirstLine() throws IOException {
        assertThat(rows("Order ID;Title, long;Qty\n1;Cup;2\n")).singleElement().satisfies(row -> {
            assertThat(row.order()).isEqualTo("1");
            assertThat(row.line()).isEqualTo(2);
        });
        assertThat(rows("Order ID\tTitle\n1\tCup\n").getFirst().text(Column.TITLE))
                .isEqualTo("Cup");
        assertThat(rows("\"Order;ID\",Title\n1,Cup\n").getFirst().text(Column.TITLE))
                .isEqualTo("Cup");
    }

    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLineBreaks() throws IOException {
        List<Row> rows = rows("order,title\n1,\"Cup, \"\"large\"\"\nblue\"\n2,Pot\n");

        assertThat(rows.getFirst().text(Column.TITLE)).isEqualTo("Cup, \"large\"\nblue");
        assertThat(rows.getLast().line()).isEqualTo(4);
    }

    @Test
    void encodingsAreFoundOut() throws IOException {
        String text = "order,first name\n1,Jürgen\n";
        for (String encoding : List.of("UTF-8", "windows-1252", "UTF-16")) {
            Files.write(file, text.getBytes(Charset.forName(encoding)));
            assertThat(read(Format.ANY).getFirst().text(Column.FIRST_NAME))
                    .as(encoding)
                    .isEqualTo("Jürgen");
        }
        Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(read(Format.ANY).getFirst().order()).isEqualTo("1");
    }

    @Test
    void packedFilesAreUnpackedOnTheWay() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("order,title\n1,Cup\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, packed.toByteArray());
        assertThat(read(Format.ANY)).hasSize(1);

        Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), 20));
        assertThatThrownBy(() -> read(Format.ANY)).isInstanceOf(IOException.class);
    }

    @Test
    void aColumnIsWhatSomebodySaysItIs() throws IOException {
        Files.writeString(file, "order,title,Was\n1,Cup,Pot\n");
        Format said = new Format(null, null, '"', Map.of("was", "title"));

        assertThat(read(said).getFirst().text(Column.TITLE)).isEqualTo("Pot");
        assertThatThrownBy(() -> read(new Format(null, null, '"', Map.of("Was", "colour"))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("colour");
    }

    @Test
    void ofTwoColumnsWithNamesOfOneTheBetterNameCounts() throws IOException {
        Files.writeString(file, "Name,Email,Lineitem name,Id,Vendor\n#1,a@example.com,Cup,42,Acme\n");
        try (Rows rows = Rows.of(file, Format.ANY)) {
            Row row = rows.next();
            assertThat(row.text(Column.ORDER_NUMBER)).isEqualTo("#1");
            assertThat(row.text(Column.ORDER_ID)).isEqualTo("42");
            assertThat(row.text(Column.TITLE)).isEqualTo("Cup");
            assertThat(rows.unknown()).containsExactly("Vendor");
        }
    }

    @Test
    void aRowWithTooManyCellsIsBrokenAndTheNextIsNot() throws IOException {
        List<Row> rows = rows("order,title\n1,Cup,blue\n2,Pot\n3\n");

        assertThat(rows.get(0).trouble()).isEqualTo("has 3 cells, the first line has 2");
        assertThat(rows.get(1).trouble()).isNull();
        assertThat(rows.get(2).order()).isEqualTo("3");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() {
        String endless = "order,title\n1,Cup\n2,\"Pot\n" + "3,Pan\n".repeat(20_000);

        assertThatThrownBy(() -> rows(endless)).isInstanceOf(Unreadable.class).hasMessageContaining("After line 2");
    }

    @Test
    void anEmptyFileIsNamed() {
        assertThatThrownBy(() -> rows(" \n")).isInstanceOf(Unreadable.class).hasMessage("The file is empty.");
    }

    @Test
    void linesOfJsonMayHoldOrdersWithLines() throws IOException {
        List<Row> rows = rows("""
                {"id": 9007199254740993, "created_at": "2024-05-10T09:00:00Z", "customer": {"email": "ada@example.com"},
                """.strip().replace("\n", "") + """
                 "lines": [{"id": 7, "title": "Cup", "quantity": 2, "price": 24.75}, {"name": "Pot"}], "colour": "red"}
                not json
                {"order id": "2", "title": "Pan"}
                """);

        assertThat(rows).extracting(Row::line).containsExactly(1L, 1L, 2L, 3L);
        assertThat(rows).extracting(Row::item).containsExactly(0, 1, 0, 0);
        assertThat(rows.getFirst().order()).isEqualTo("9007199254740993");
        assertThat(rows.getFirst().text(Column.LINE_ID)).isEqualTo("7");
        assertThat(rows.getFirst().text(Column.PRICE)).isEqualTo("24.75");
        assertThat(rows.get(1).text(Column.EMAIL)).isEqualTo("ada@example.com");
        assertThat(rows.get(1).text(Column.TITLE)).isEqualTo("Pot");
        assertThat(rows.get(2).trouble()).isEqualTo("is not one JSON object");
    }

    @Test
    void rowsApartFromTheirOrderComeWithItsFirst() throws IOException {
        Files.writeString(file, "order,title\n1,Cup\n2,Pot\n1,Pan\n1,Lid\n3,Jug\n2,Mug\n");
        Survey survey = Survey.of(file, Format.ANY, () -> {});
        List<Group> all = groups(survey, 0);

        assertThat(survey.rows()).isEqualTo(6);
        assertThat(all).extracting(group -> group.rows().size()).containsExactly(3, 2, 0, 1, 0);
        assertThat(all).extracting(Group::end).containsExactly(1L, 2L, 4L, 5L, 6L);
        assertThat(groups(survey, 4))
                .as("from there on")
                .extracting(group -> group.rows().size())
                .containsExactly(1, 0);
    }

    @Test
    void datesOfTheWholeFileSayWhatTheDoubtfulOnesMean() throws IOException {
        Files.writeString(file, "order,date\n1,12/1/10 8:26\n2,6/26/11 10:59\n");
        assertThat(Survey.of(file, Format.ANY, () -> {}).dates()).contains(DateOrder.MONTH_FIRST);

        Files.writeString(file, "order,date\n1,12/1/10 8:26\n2,1.2.2010\n");
        Survey neither = Survey.of(file, Format.ANY, () -> {});
        assertThat(neither.dates()).isEmpty();
        assertThat(neither.doubtful()).isTrue();
    }

    private List<Group> groups(Survey survey, long after) throws IOException {
        List<Group> all = new ArrayList<>();
        try (Groups groups = Groups.of(file, Format.ANY, survey, after)) {
            groups.forEachRemaining(all::add);
        }
        return all;
    }

    private List<Row> rows(String text) throws IOException {
        Files.writeString(file, text);
        return read(Format.ANY);
    }

    private List<Row> read(Format format) throws IOException {
        List<Row> all = new ArrayList<>();
        try (Rows rows = Rows.of(file, format)) {
            rows.forEachRemaining(all::add);
        } catch (java.io.UncheckedIOException broken) {
            throw broken.getCause();
        }
        return all;
    }
}
