package dev.afterglow.messaging.words;

import java.util.ArrayList;
import java.util.List;
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

    private static final Pattern LIQUID = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
    private static final Pattern LONE_TAG = Pattern.compile("(?m)^[ \\t]*(\\{%.*?%})[ \\t]*$");
    private static final Pattern COMMENT = Pattern.compile("<!--(\\uE000\\d+\\uE001)-->\\n?");
    private static final Pattern TOKEN = Pattern.compile("\\uE000(\\d+)\\uE001");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().sanitizeUrls(false).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private final List<String> tokens = new ArrayList<>();
    private final Node document;

    Markdown(String source) {
        // why: a tag alone on its line stands between blocks, as an HTML comment does, and must not end up inside one.
        String lone = LONE_TAG.matcher(source).replaceAll(tag -> "<!--" + Matcher.quoteReplacement(token(tag)) + "-->");
        String hidden = LIQUID.matcher(lone).replaceAll(liquid -> token(liquid));
        this.document = PARSER.parse(hidden);
        document.accept(new JoinedLines());
    }

    /** Where a line was broken only to keep the file narrow, the sentence goes on; both parts read the same. */
    private static final class JoinedLines extends AbstractVisitor {

        @Override
        public void visit(SoftLineBreak lineBreak) {
            lineBreak.insertBefore(new Text(" "));
            lineBreak.unlink();
        }
    }

    private String token(java.util.regex.MatchResult liquid) {
        String text = liquid.groupCount() > 0 ? liquid.group(1) : liquid.group();
        tokens.add(text);
        return "\uE000" + (tokens.size() - 1) + "\uE001";
    }

    String html() {
        return restore(HTML.render(document));
    }

    String text() {
        return restore(TEXT.render(document));
    }

    private String restore(String rendered) {
        String bare = COMMENT.matcher(rendered).replaceAll("$1");
        return TOKEN.matcher(bare)
                .replaceAll(token -> Matcher.quoteReplacement(tokens.get(Integer.parseInt(token.group(1)))));
    }
}
