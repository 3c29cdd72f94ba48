package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedLinksTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void everythingButTheAddressStaysByteForByte() {
        String html = "<!-- é --><A class=\"b\"  HREF=\"https://shop.example/?a=1&amp;b=%20\" >Tea &amp; more</A>\r\n";

        assertThat(rewritten(html)).isEqualTo("<!-- é --><A class=\"b\"  HREF=\"NEW0\" >Tea &amp; more</A>\r\n");
        assertThat(asked).containsExactly("https://shop.example/?a=1&b=%20");
    }

    @Test
    void thePageLinkedToTwiceHasOneAddress() {
        assertThat(rewritten("<a href=\"https://a.example/\">1</a><a href=\"https://a.example/\">2</a>"))
                .isEqualTo("<a href=\"NEW0\">1</a><a href=\"NEW0\">2</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:ada@example.com",
                "tel:+4930123",
                "javascript:alert(1)",
                "data:text/html,x",
                "//shop.example/",
                "/cart",
                "#top",
                "https://ours.example/v/abc",
                "https://user:secret@shop.example/",
                "https:///nowhere",
                "https://shop.example\\\\@evil.example/",
                "https://shop.example/a b",
                "ftp://shop.example/",
                "{{ nothing }}"
            })
    void whatIsNoLinkToAnotherSiteStaysAsItIs(String href) {
        String html = "<a href=\"" + href + "\">x</a>";

        assertThat(rewritten(html)).isEqualTo(html);
        assertThat(asked).isEmpty();
    }

    @Test
    void picturesAndStyleSheetsAreNoLinks() {
        String html =
                "<img src=\"https://a.example/i.png\"><link href=\"https://a.example/s.css\"><abbr href=\"https://a.example/\">";

        assertThat(rewritten(html)).isEqualTo(html);
    }

    @Test
    void aMailWithThousandsOfLinksIsNotAThousandRows() {
        String html = IntStream.range(0, 3_000)
                .mapToObj("<a href=\"https://a.example/%s\">"::formatted)
                .reduce("", String::concat);

        rewritten(html);

        assertThat(asked).hasSize(100);
    }

    private String rewritten(String html) {
        return new TrackedLinks(html, url -> url.startsWith("https://ours.example/")).rewritten(url -> {
            asked.add(url);
            return "NEW" + (asked.size() - 1);
        });
    }
}
