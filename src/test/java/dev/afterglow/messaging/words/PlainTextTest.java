package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void paragraphsStandApartAndLinesDoNot() {
        assertThat(plain("<h1>Hello</h1><p>One\n  two<br>three</p><div>four</div><div>five</div>"))
                .isEqualTo("Hello\n\nOne two\nthree\n\nfour\nfive\n");
    }

    @Test
    void aLinkShowsWhereItLeads() {
        assertThat(
                        plain(
                                "<p>See <a href=\"https://x.example/a\">our page</a>, or <a href='https://y.example'>https://y.example</a></p>"))
                .isEqualTo("See our page (https://x.example/a), or https://y.example\n");
    }

    @Test
    void tablesAreReadRowByRow() {
        assertThat(plain("<table><tr><th>What</th><th>Price</th></tr><tr><td>Tea</td><td>7</td></tr></table>"))
                .isEqualTo("What Price\nTea 7\n");
    }

    @Test
    void loopsAroundRowsStayAroundRows() {
        assertThat(
                        plain(
                                "<table>{% for l in x %}<tr><td>{{ l.title }}</td><td>{{ l.total }}</td></tr>{% endfor %}</table>end"))
                .isEqualTo("{% for l in x %}{{ l.title }} {{ l.total }}\n{% endfor %}end\n");
    }

    @Test
    void listsPicturesAndLinesAreThere() {
        assertThat(plain("<ul><li>a</li><li>b <b>c</b></li></ul><hr><img src=x alt='A cup'>"))
                .isEqualTo("- a\n- b c\n\n---\n\nA cup\n");
    }

    @Test
    void whatIsHiddenIsNotRead() {
        assertThat(plain("<head><title>t</title><style>s</style></head><div style=\"display:none\">preheader</div>"
                        + "<!--[if mso]>outlook<![endif]--><script>x</script><p class=\"no-plain\">brand</p>words"))
                .isEqualTo("words\n");
    }

    private static String plain(String html) {
        Gaps gaps = new Gaps("x.html", 1, html);
        return gaps.fill(PlainText.of(gaps.text(), gaps)).text();
    }
}
