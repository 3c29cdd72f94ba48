package dev.afterglow.messaging.words;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown with Liquid in it, turned into HTML and plain text with the same Liquid in it. Values are filled in
 * afterwards, so that nothing a customer is called can ever be read as markup.
 */
final class Markdown {

    private static final Pattern LONE_GAP = Pattern.compile("(?m)^[ \\t]*\\uE000(\\d+)\\uE001[ \\t]*$");
    private static final Pattern COMMENT = Pattern.compile("<!--(\\uE000\\d+\\uE001)-->\\n?");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().sanitizeUrls(false).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private final Gaps gaps;
    private final Node document;

    Markdown(Gaps gaps) {
        this.gaps = gaps;
        // why: a tag alone on its line stands between blocks, as an HTML comment does, and must not end up inside one.
        this.document = PARSER.parse(LONE_GAP.matcher(gaps.text()).replaceAll(this::between));
        document.accept(new JoinedLines());
    }

    private String between(MatchResult gap) {
        boolean tag = gaps.piece(gap.group(1)).isTag();
        return Matcher.quoteReplacement(tag ? "<!--" + gap.group().strip() + "-->" : gap.group());
    }

    /** Where a line was broken only to keep the file narrow, the sentence goes on; both parts read the same. */
    private static final class JoinedLines extends AbstractVisitor {

        @Override
        public void visit(SoftLineBreak lineBreak) {
            lineBreak.insertBefore(new Text(" "));
            lineBreak.unlink();
        }
    }

    Source html() {
        return filled(HTML.render(document));
    }

    Source text() {
        return filled(TEXT.render(document));
    }

    private Source filled(String rendered) {
        return gaps.fill(COMMENT.matcher(rendered).replaceAll("$1"));
    }
}
