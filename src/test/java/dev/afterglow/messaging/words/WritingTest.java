package dev.afterglow.messaging.words;

import static dev.afterglow.messaging.words.WordsRoom.called;
import static dev.afterglow.messaging.words.WordsRoom.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.recommendation.RecommendationRoom;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

    private static final String SERVICE = "subject: x\npurpose: service";

    private final WordsRoom room = new WordsRoom();

    @Test
    void aMailHasBothPartsInsideTheLayout() {
        room.put(
                "shared/layout.email.mjml",
                "<mjml><mj-body><mj-section><mj-column><mj-text>{{ content }}</mj-text>"
                        + "<mj-text>{{ shop.name }} <a href=\"{{ links.view }}\">view</a></mj-text>"
                        + "</mj-column></mj-section></mj-body></mjml>");
        Rendered rendered = room.mail("Hello *{{ customer.first_name }}*").mailTo(called("Tom & Ada", "en"));
        assertThat(rendered.html())
                .contains("<p>Hello <em>Tom &amp; Ada</em></p>")
                .contains("Beans &amp; Co")
                .contains("href=\"https://shop.example/v/1?a=b&amp;c=d\"");
        assertThat(rendered.plain()).isEqualTo("Hello Tom & Ada\nBeans & Co view (https://shop.example/v/1?a=b&c=d)\n");
    }

    @Test
    void aTextMessageIsPlainAndHasNoLayout() {
        room.put("shared/layout.sms.html", "<p>{{ content }}</p>");
        room.words("hello.sms.en.md", "purpose: service", "Hi {{ customer.first_name }} & co,\nyour order is here.");
        assertThat(room.write("hello", "sms", called("Ada", "en")))
                .isEqualTo(new Rendered("", "", "Hi Ada & co, your order is here.\n"));
    }

    @Test
    void fieldsTellTheChannelWhatElseItNeeds() {
        room.words(
                "hello.whatsapp.en.md",
                "purpose: service\nfields:\n  template: order_paid\n  parameters: \"{{ order.number }}, {{ order.total }}\"",
                "Hi");
        assertThat(room.write("hello", "whatsapp", sample("first-order")).fields())
                .containsEntry("template", "order_paid")
                .containsEntry("parameters", "#1001, €1,234.50");
    }

    @Test
    void designersWriteWholePages() {
        room.words("hello.email.en.mjml", SERVICE, """
                <mjml><mj-body><mj-section><mj-column>
                <mj-table>{% for line in order.lines %}<tr><td>{{ line.title }}</td><td>{{ line.total }}</td></tr>{% endfor %}</mj-table>
                </mj-column></mj-section></mj-body></mjml>
                """);
        Rendered rendered = room.mailTo(sample("first-order"));
        assertThat(rendered.html()).contains("<td>Milk jug &lt;stainless&gt; &amp; brush</td><td>€19.00</td>");
        assertThat(rendered.plain()).contains("Milk jug <stainless> & brush €19.00\nGift card €50.00\n");
    }

    @ParameterizedTest
    @CsvSource({"pt-BR,pt-BR", "pt-PT,pt", "fr-FR,en", "zh-TW,zh-Hant", "en-GB,en"})
    void theNearestLanguageIsUsed(String reads, String gets) {
        for (String locale : new String[] {"pt-BR", "pt", "zh-Hant", "en"}) {
            room.words("hello.email." + locale + ".md", SERVICE, "This is " + locale + "!");
        }
        assertThat(room.mailTo(called("Ada", reads)).plain()).isEqualTo("This is " + gets + "!\n");
    }

    @Test
    void wordsInOneLanguageAreWrittenAsEachCountryWritesDates() {
        room.mail("{{ order.placed_at }}");
        assertThat(room.mailTo(sample("first-order")).plain()).isEqualTo("5 March 2026\n");
        assertThat(room.mailTo(sample("emoji")).plain()).isEqualTo("March 5, 2026\n");
    }

    @Test
    void theDayIsTheCustomersAndOtherwiseTheShops() {
        room.mail("{{ order.placed_at | date: '%d %H' }}");
        assertThat(room.mailTo(sample("chinese")).plain()).isEqualTo("06 06\n");
        assertThat(room.mailTo(sample("emoji")).plain()).isEqualTo("05 23\n");
    }

    @Test
    void pluralsAndNumbersAreWrittenAsTheCustomerDoes() {
        room.mail(
                "{{ order.item_count | plural: zero: 'nothing', one: 'one thing', other: '# things' }}, {{ 1234567 | number }}");
        assertThat(room.mailTo(sample("one-thing")).plain()).isEqualTo("one thing, 1,234,567\n");
        assertThat(room.mailTo(sample("large-order")).plain()).isEqualTo("1,830 things, 1,234,567\n");
        assertThat(room.mailTo(sample("no-order")).plain()).isEqualTo("nothing, 1,234,567\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "{{ order.item_count | plural: single: 'x', other: 'y' }} § \"single\" is no plural",
                "{{ order.item_count | plural: one: 'x' }} § wants at least the form \"other\"",
                "{{ customer.first_name | number }} § wants a number",
                "{{ order.placed_at | date: 'nice' }} § date style \"nice\" is not known",
                "{{ order.nubmer }} § the variable \"order.nubmer\" does not exist",
                "{% if customer.frist_name %}x{% endif %} § the variable \"customer.frist_name\" does not exist",
                "{{ order.number | shout }} § the filter \"shout\" is not known",
                "{% if order.gift %} § {% if %} is not closed with {% endif %}",
                "{% endfor %} § {% endfor %} closes nothing",
                "{% else %} § stands outside of what it belongs to",
                "{% frob %} § the tag \"frob\" is not known",
                "{{ order.number § \"{{\" is not closed with \"}}\"",
                "{{ order.number | append: 'x }} § a quotation mark is not closed",
                "{{ order.number order.id }} § parser error",
                "<p onclick=\"x\">x</p> § \"onclick\" is not allowed"
            })
    void whatIsWrongIsNamedWithItsLineInTheFile(String body, String reason) {
        room.mail("# {{ customer.first_name }}\n\n" + body + "\n\nThe end {{ order.id }}\n");
        assertThatThrownBy(() -> room.mailTo(sample("first-order")))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageStartingWith("later/messages/hello.email.en.md: line 7: ")
                .hasMessageContaining(reason);
    }

    @Test
    void newWordsThatAreWrongDoNotReplaceTheOldOnes() {
        room.mail("Old {{ customer.first_name }}");
        assertThat(room.mailTo(called("Ada", "en")).plain()).isEqualTo("Old Ada\n");
        room.mail("New {% if %}");
        assertThat(room.mailTo(called("Ada", "en")).plain()).isEqualTo("Old Ada\n");
        room.mail("Newer {{ customer.first_name }}");
        assertThat(room.mailTo(called("Ada", "en")).plain()).isEqualTo("Newer Ada\n");
    }

    @Test
    void aLayoutThatIsWrongDoesNotReplaceTheOldOne() {
        room.put("shared/layout.letter.html", "<b>{{ content }}</b>").words("hello.letter.en.md", SERVICE, "Hi");
        assertThat(room.write("hello", "letter", called("Ada", "en")).html()).isEqualTo("<b><p>Hi</p>\n</b>");
        room.put("shared/layout.letter.html", "<b>{{ contents }}</b>");
        assertThat(room.write("hello", "letter", called("Ada", "en")).html()).isEqualTo("<b><p>Hi</p>\n</b>");
        assertThat(room.writing.check(WordsRoom.JOURNEY))
                .extracting(Flaw::file, Flaw::line)
                .containsExactly(tuple("shared/layout.letter.html", 1));
    }

    @Test
    void wordsThatFailForOnePersonAreRightForTheOthers() {
        room.mail("{{ order.lines.first.title }}");
        assertThat(room.mailTo(sample("one-thing")).plain()).isEqualTo("Sample box\n");
        assertThatThrownBy(() -> room.mailTo(sample("no-order")))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("line 5: the variable \"order.lines.first.title\" does not exist");
        assertThat(room.mailTo(sample("one-thing")).plain()).isEqualTo("Sample box\n");
    }

    @Test
    void noProblemSaysAnythingAboutTheCustomer() {
        room.mail("{{ customer.first_name | divided_by: 0 }}{{ order.lines[customer.first_name].x }}");
        assertThatThrownBy(() -> room.mailTo(called("Verysecret", "en")))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageNotContaining("Verysecret");
    }

    @Test
    void capturedWordsAreEscapedOnce() {
        room.mail("{% capture who %}<b>{{ customer.first_name }}</b>{% endcapture %}Hi {{ who }}");
        assertThat(room.mailTo(called("A & B", "en")).html()).contains("Hi <b>A &amp; B</b>");
    }

    @Test
    void theShippedWordsReadWellForEverybody() throws Exception {
        Shops german = SomeShops.one("Bohnen", null, "a@b.example", Locale.GERMAN, ZoneId.of("Europe/Berlin"));
        WordsRoom shipped = new WordsRoom(german, SomeOfferings.of(RecommendationRoom.words()));
        try (var files = Files.walk(Path.of("bpmn"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                shipped.put(Path.of("bpmn").relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(shipped.writing.all())
                .contains(new WordsAt(
                        "ThankYou", "thank-you", "email", "de", "thank-you/messages/thank-you.email.de.md"));
        assertThat(shipped.writing.check("ThankYou")).isEmpty();
        assertThat(shipped.writing.check("ConfirmSignUp")).isEmpty();
    }
}
