package dev.afterglow.messaging.channel;

import dev.afterglow.messaging.words.Rendered;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page ready for a printer: a browser prints it as it is, or keeps it as a PDF. */
final class LetterPage {

    private static final String PRINT = """
            @page { size: A4; margin: 25mm 20mm 20mm 25mm; }
            @media print { a { color: inherit; text-decoration: none; } .no-print { display: none; } }
            h1, h2, h3 { break-after: avoid; }
            img, table, tr { break-inside: avoid; }
            pre.letter { font: inherit; white-space: pre-wrap; }
            """;

    private LetterPage() {}

    static String of(Rendered words, String locale) {
        Document page = Jsoup.parse(words.html());
        page.charset(StandardCharsets.UTF_8);
        if (!page.body().hasText()) {
            page.body().appendElement("pre").addClass("letter").text(words.plain());
        }
        if (!page.expectFirst("html").hasAttr("lang") && !locale.isBlank()) {
            page.expectFirst("html").attr("lang", locale);
        }
        page.title(words.subject());
        page.head().appendElement("style").appendText(PRINT);
        // why: a letter is opened by staff; whatever its words hold, nothing in it may run or fetch what they did not
        // ask for.
        page.select("script, iframe, object, embed, form, link, meta[http-equiv]")
                .remove();
        return page.outerHtml();
    }
}
