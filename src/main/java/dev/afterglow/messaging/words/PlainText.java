package dev.afterglow.messaging.words;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** HTML as plain text: links with where they lead, tables row by row, nothing that is hidden. Gaps stay gaps. */
final class PlainText {

    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr");
    private static final Set<String> LINES =
            Set.of("div", "table", "tr", "li", "section", "header", "footer", "address");
    private static final Pattern COMMENTS = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none");

    private final Gaps gaps;
    private final StringBuilder text = new StringBuilder();
    private int newlines = 2;
    private boolean space;

    private PlainText(Gaps gaps) {
        this.gaps = gaps;
    }

    static String of(String html, Gaps gaps) {
        PlainText plain = new PlainText(gaps);
        String bare = COMMENTS.matcher(html).replaceAll("");
        Element body = Jsoup.parse(tagsAsComments(bare, gaps)).body();
        plain.children(body);
        return plain.text.toString().strip() + "\n";
    }

    // why: where HTML wants rows and cells, its reader would move text out of the table, but leaves comments alone.
    private static String tagsAsComments(String html, Gaps gaps) {
        return Gaps.GAP.matcher(html).replaceAll(gap -> {
            boolean insideTag = html.lastIndexOf('<', gap.start()) > html.lastIndexOf('>', gap.start());
            return gaps.piece(gap.group(1)).isTag() && !insideTag ? "<!--" + gap.group() + "-->" : gap.group();
        });
    }

    private void children(Node node) {
        for (Node child : node.childNodes()) {
            switch (child) {
                case TextNode words -> say(words.getWholeText());
                case Comment gap -> text.append(gap.getData());
                case Element element when isSeen(element) -> element(element);
                default -> {}
            }
        }
    }

    private static boolean isSeen(Element element) {
        return !UNSEEN.contains(element.normalName())
                && !HIDDEN.matcher(element.attr("style")).find()
                && !element.hasClass("no-plain");
    }

    private void element(Element element) {
        String name = element.normalName();
        int apart = PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
        breakLine(apart);
        switch (name) {
            case "br" -> breakLine(newlines + 1);
            case "hr" -> say("---");
            case "img" -> say(element.attr("alt"));
            case "a" -> link(element);
            case "li" -> {
                say("- ");
                children(element);
            }
            case "td", "th" -> {
                children(element);
                space = newlines == 0;
            }
            default -> children(element);
        }
        breakLine(apart);
    }

    private void link(Element link) {
        int before = text.length();
        children(link);
        String shown = text.substring(before).strip();
        String address = link.attr("href");
        boolean leadsOn = !address.isBlank() && !address.startsWith("#");
        if (leadsOn && !same(address, shown) && !same(address, "mailto:" + shown)) {
            say(shown.isEmpty() ? address : " (" + address + ")");
        }
    }

    private boolean same(String address, String shown) {
        return gaps.fill(address).text().equals(gaps.fill(shown).text());
    }

    private void say(String words) {
        String collapsed = SPACES.matcher(words).replaceAll(" ");
        if (collapsed.isBlank()) {
            space |= !collapsed.isEmpty();
            return;
        }
        if ((space || collapsed.startsWith(" ")) && newlines == 0) {
            text.append(' ');
        }
        text.append(collapsed.strip());
        space = collapsed.endsWith(" ");
        newlines = 0;
    }

    private void breakLine(int wanted) {
        if (wanted > newlines) {
            text.append("\n".repeat(wanted - newlines));
            newlines = wanted;
        }
        if (wanted > 0) {
            space = false;
        }
    }
}
