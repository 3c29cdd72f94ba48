package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void liquidSurvivesInBothParts() {
        Markdown markdown = markdown("# Hi {{ customer.first_name | default: \"you\" }}\n\nBye *now*");
        assertThat(markdown.html().text()).contains("<h1>Hi {{ customer.first_name | default: \"you\" }}</h1>");
        assertThat(markdown.text().text())
                .contains("Hi {{ customer.first_name | default: \"you\" }}")
                .contains("Bye now");
    }

    @Test
    void aTagAloneOnItsLineStandsBetweenBlocks() {
        String html = markdown("{% for line in order.lines %}\n- {{ line.title }}\n{% endfor %}\n")
                .html()
                .text();
        assertThat(html.replaceAll("\\s+", ""))
                .isEqualTo("{%forlineinorder.lines%}<ul><li>{{line.title}}</li></ul>{%endfor%}");
    }

    @Test
    void aTagInsideASentenceStaysThere() {
        assertThat(markdown("Thank you{% if x %}, {{ x }}{% endif %}!").html().text())
                .contains("<p>Thank you{% if x %}, {{ x }}{% endif %}!</p>");
    }

    @Test
    void theTextPartShowsWhereALinkLeads() {
        assertThat(markdown("See [our policy](https://shop.example/policy).")
                        .text()
                        .text())
                .contains("our policy")
                .contains("https://shop.example/policy");
    }

    @Test
    void aLineBrokenInTheFileIsNotBrokenInTheMailUnlessABackslashSaysSo() {
        Markdown markdown = markdown("One sentence\nin two lines.\n\nWarm regards,\\\nthe shop");
        assertThat(markdown.text().text())
                .contains("One sentence in two lines.")
                .contains("Warm regards,\nthe shop");
        assertThat(markdown.html().text()).contains("Warm regards,<br />\nthe shop");
    }

    private static Markdown markdown(String source) {
        return new Markdown(new Gaps("x.md", 1, source));
    }
}
