package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MjmlTest {

    @Test
    void liquidSurvivesInTextAndAttributes() {
        String html = compiled(
                "<mjml><mj-body><mj-section><mj-column><mj-text>Hi {{ customer.first_name | default: \"you\" }}</mj-text>"
                        + "<mj-button href=\"{{ shop.url }}\">{% if a < b %}x{% endif %}</mj-button>"
                        + "</mj-column></mj-section></mj-body></mjml>");
        assertThat(html)
                .contains("Hi {{ customer.first_name | default: \"you\" }}")
                .contains("href=\"{{ shop.url }}\"")
                .contains("{% if a < b %}x{% endif %}");
    }

    @Test
    void tagsBetweenElementsStayWhereTheyAre() {
        String html = compiled("<mjml><mj-body>{% if order.gift %}<mj-section><mj-column><mj-text>gift</mj-text>"
                + "{% for line in order.lines %}<mj-text>one</mj-text>{% endfor %}</mj-column></mj-section>{% endif %}"
                + "</mj-body></mjml>");
        assertThat(html.replaceAll("(?s)<[^>]*>|\\s", ""))
                .containsSubsequence("{%iforder.gift%}", "gift", "{%forlinein", "one", "{%endfor%}", "{%endif%}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<mj-txt>x</mj-txt> | <mj-txt> is not known",
                "<mj-text>x | <mj-text> of line 8 is open",
                "<mj-text>x</mj-section> | closes nothing: <mj-text> of line 8 is open",
                "</mj-text> | closes nothing",
                "<mj-text align=left>x</mj-text> | this tag is not complete: <mj-text",
                "lost | text must stand in an element",
                "{{ order.number }} | must stand in an element",
                "<mj-include path=\"x\" /> | words do not read files"
            })
    void whatMjmlWouldPassOverIsRefusedWithItsLine(String inside, String reason) {
        String mjml = "<mjml>\n<mj-body>\n<mj-section>\n<mj-column>\n<mj-text>{% if x %}\n{% endif %}</mj-text>\n"
                + inside + "\n</mj-column></mj-section></mj-body></mjml>";
        assertThatThrownBy(() -> compiled(mjml))
                .isInstanceOf(WordsRefused.class)
                .hasMessageContaining("x.mjml: line ")
                .hasMessageContaining(reason);
    }

    @Test
    void aPageFromRightToLeftIsSoInEverySection() {
        Gaps gaps = new Gaps(
                "x.mjml",
                1,
                "<mjml><mj-body><mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>");
        assertThat(Mjml.html("x.mjml", 1, gaps, Locale.forLanguageTag("ar")))
                .contains("dir=\"rtl\"")
                .doesNotContain("direction:ltr");
    }

    private static String compiled(String mjml) {
        Gaps gaps = new Gaps("x.mjml", 2, mjml);
        return gaps.fill(Mjml.html("x.mjml", 2, gaps, Locale.ENGLISH)).text();
    }
}
