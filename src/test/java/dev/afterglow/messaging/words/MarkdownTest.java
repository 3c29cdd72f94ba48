package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void liquidSurvivesInBothParts() {
        Markdown markdown = new Markdown("# Hi {{ customer.first_name | default: \"you\" }}\n\nBye *now*");
        assertThat(markdown.html()).contains("<h1>Hi {{ customer.first_name | default: \"you\" }}</h1>");
        assertThat(markdown.text())
                .contains("Hi {{ customer.first_name | default: \"you\" }}")
                .contains("Bye now");
    }

    @Test
    void aTagAloneOnItsLineStandsBetweenBlocks() {
        String html = new Markdown("{% for line in order.lines %}\n- {{ line.title }}\n{% endfor %}\n").html();
        assertThat(html.replaceAll("\\s+", ""))
                .isEqualTo("{%forlineinorder.lines%}<ul><li>{{line.title}}</li></ul>{%endfor%}");
    }

    @Test
    void aTagInsideASentenceStaysThere() {
        assertThat(new Markdown("Thank you{% if x %}, {{ x }}{% endif %}!").html())
                .contains("<p>Thank you{% if x %}, {{ x }}{% endif %}!</p>");
    }

    @Test
    void theTextPartShowsWhereALinkLeads() {
        assertThat(new Markdown("See [our policy](https://shop.example/policy).").text())
                .contains("our policy")
                .contains("https://shop.example/policy");
    }

    @Test
    void aLineBrokenInTheFileIsNotBrokenInTheMailUnlessABackslashSaysSo() {
        Markdown markdown = new Markdown("One sentence\nin two lines.\n\nWarm regards,\\\nthe shop");
        assertThat(markdown.text()).contains("One sentence in two lines.").contains("Warm regards,\nthe shop");
        assertThat(markdown.html()).contains("Warm regards,<br />\nthe shop");
    }
}
