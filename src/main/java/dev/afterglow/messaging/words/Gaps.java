package dev.afterglow.messaging.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in which each piece of Liquid has become a gap, so that Markdown, MJML and HTML can be read without stumbling
 * over it. Afterwards the gaps are filled with the same Liquid again.
 */
final class Gaps {

    /** A gap in a text. */
    static final Pattern GAP = Pattern.compile("\\uE000(\\d+)\\uE001");

    private static final Pattern LIQUID = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern WORD = Pattern.compile("\\{%-?\\s*(#|\\w*)");
    private static final Pattern END_OF_COMMENT = Pattern.compile("\\{%-?\\s*endcomment\\s*-?%}");
    private static final Pattern CONTENT = Pattern.compile("\\{\\{-?\\s*content\\s*-?}}");
    private static final Pattern PRIVATE = Pattern.compile("[\\uE000\\uE001]");
    private static final int LONGEST_PIECE = 2_000;

    private final String file;
    private final int firstLine;
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Liquid> pieces = new ArrayList<>();

    /** A piece of Liquid and where it stands. */
    record Liquid(String text, Place place) {

        boolean isTag() {
            return text.startsWith("{%");
        }
    }

    /**
     * Finds the Liquid in a text.
     *
     * @param firstLine the line of the file the text begins in
     * @throws WordsRefused when a piece does not end
     */
    Gaps(String file, int firstLine, String source) {
        this.file = file;
        this.firstLine = firstLine;
        this.source = PRIVATE.matcher(source).replaceAll("");
        read();
    }

    private void read() {
        int at = 0;
        Matcher opening = LIQUID.matcher(source);
        while (opening.find(at)) {
            text.append(source, at, opening.start());
            at = isComment(opening.start()) ? endOfComment(opening.start()) : piece(opening.start());
        }
        text.append(source, at, source.length());
    }

    private int piece(int start) {
        int end = end(start);
        Place place = place(start);
        if (end - start > LONGEST_PIECE) {
            throw place.refuse("what stands between the braces is too long");
        }
        text.append('\uE000').append(pieces.size()).append('\uE001');
        pieces.add(new Liquid(source.substring(start, end), place));
        return end;
    }

    private int end(int start) {
        String closing = source.charAt(start + 1) == '{' ? "}}" : "%}";
        for (int i = start + 2; i < source.length(); i++) {
            char c = source.charAt(i);
            if (source.startsWith(closing, i)) {
                return i + 2;
            }
            if (source.startsWith("{{", i) || source.startsWith("{%", i)) {
                break;
            }
            if (c == '"' || c == '\'') {
                i = source.indexOf(c, i + 1);
                if (i < 0) {
                    throw place(start).refuse("a quotation mark is not closed");
                }
            }
        }
        throw place(start)
                .refuse("\"%s\" is not closed with \"%s\"".formatted(source.substring(start, start + 2), closing));
    }

    private @Nullable String word(int start) {
        Matcher word = WORD.matcher(source).region(start, source.length());
        return word.lookingAt() ? word.group(1) : null;
    }

    private boolean isComment(int start) {
        String word = word(start);
        return "#".equals(word) || "comment".equals(word);
    }

    private int endOfComment(int start) {
        if ("#".equals(word(start))) {
            int end = source.indexOf("%}", start);
            return end < 0 ? source.length() : end + 2;
        }
        Matcher end = END_OF_COMMENT.matcher(source);
        if (!end.find(start)) {
            throw place(start).refuse("the comment is not closed with {% endcomment %}");
        }
        return end.end();
    }

    /** The place in the file of this character of the text that was given. */
    private Place place(int offset) {
        return new Place(
                file,
                firstLine
                        + (int) source.substring(0, offset)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    /** The text with gaps. */
    String text() {
        return text.toString();
    }

    /** The pieces of Liquid, in order. */
    List<Liquid> pieces() {
        return List.copyOf(pieces);
    }

    /** The piece that belongs into this gap. */
    Liquid piece(String number) {
        return pieces.get(Integer.parseInt(number));
    }

    /** Fills the gaps in what was made of the text. */
    Source fill(String made) {
        return fill(made, null);
    }

    /** Fills the gaps, and the one that says {@code content} with the content. */
    Source fill(String made, @Nullable Source content) {
        Source.Builder filled = new Source.Builder();
        Matcher gap = GAP.matcher(made);
        int at = 0;
        while (gap.find()) {
            filled.append(made.substring(at, gap.start()));
            Liquid piece = piece(gap.group(1));
            if (content != null && CONTENT.matcher(piece.text()).matches()) {
                filled.append(content);
            } else {
                filled.append(piece.text(), piece.place());
            }
            at = gap.end();
        }
        filled.append(made.substring(at));
        return filled.build();
    }
}
