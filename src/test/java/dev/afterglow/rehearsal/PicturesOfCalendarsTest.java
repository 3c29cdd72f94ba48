package dev.afterglow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.rehearsal.Entry.Kind;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PicturesOfCalendarsTest {

    private static final Example EXAMPLE =
            ExamplesFile.read("journey", "- example: A < B & C\n").getFirst();
    private static final Calendar CALENDAR = new Calendar(
            EXAMPLE,
            List.of(
                    Entry.happens(at(1), "order.paid"),
                    new Entry(at(3), Kind.SENT, "words", "Task_Send", "email", "<b>Hello</b> & welcome", null, null),
                    new Entry(at(9), Kind.SILENT, "more", "Task_More", "sms", null, "no-consent", null)));

    @Test
    void thePictureShowsDaysAndWhatCameAndTakesNoMarkupFromWords() throws Exception {
        String svg = Drawing.of(List.of(CALENDAR));

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(svg).contains("words by e-mail", "Mon 2 Mar", "a quiet day", "5 quiet days", "A &lt; B &amp; C");
        assertThat(svg).contains("&lt;b&gt;Hello").doesNotContain("<b>");
    }

    @Test
    void theTableSaysWhyNothingIsSent() {
        assertThat(Timetable.of(CALENDAR))
                .contains("3    Wed 4 Mar  10:00  ✉ words by e-mail")
                .contains(
                        "– no more by text message: The customer has not agreed to messages of this kind. [no-consent]");
    }

    private static Instant at(int day) {
        return Instant.parse("2026-03-02T09:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
