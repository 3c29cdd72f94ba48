package dev.afterglow.messaging.words;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of Liquid words may use. Says what is wrong in words a marketer understands, before the engine does. */
final class Grammar {

    private static final Set<String> BLOCKS = Set.of("if", "unless", "case", "for", "capture");
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "else", Set.of("if", "unless", "case", "for"),
            "elsif", Set.of("if", "unless"),
            "when", Set.of("case"));
    private static final Set<String> ALONE = Set.of("assign", "break", "continue");
    private static final Set<String> FILES = Set.of("include", "include_relative", "render", "section", "layout");
    private static final Pattern TAG = Pattern.compile("(?s)\\{%-?\\s*(\\w*)(.*?)-?%}");
    private static final int DEEPEST = 20;

    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String tag, Place place) {}

    private Grammar() {}

    /**
     * Reads the pieces of Liquid of one text.
     *
     * @throws WordsRefused at the first that is not allowed, or not closed
     */
    static void check(List<Gaps.Liquid> pieces) {
        Grammar grammar = new Grammar();
        pieces.stream().filter(Gaps.Liquid::isTag).forEach(grammar::read);
        if (!grammar.open.isEmpty()) {
            Open first = grammar.open.pop();
            throw first.place()
                    .refuse("{%% %s %%} is not closed with {%% end%s %%}".formatted(first.tag(), first.tag()));
        }
    }

    private void read(Gaps.Liquid piece) {
        Matcher tag = TAG.matcher(piece.text());
        String word = tag.matches() ? tag.group(1) : "";
        Place place = piece.place();
        if (FILES.contains(word)) {
            throw place.refuse("the tag \"%s\" is not allowed: words do not read files".formatted(word));
        } else if (BLOCKS.contains(word)) {
            begin(word, place);
        } else if (word.startsWith("end")) {
            end(word.substring(3), place);
        } else if (INSIDE.containsKey(word)) {
            inside(word, place);
        } else if (!ALONE.contains(word)) {
            throw place.refuse("the tag \"%s\" is not known".formatted(word));
        }
    }

    private void begin(String word, Place place) {
        if (open.size() >= DEEPEST) {
            throw place.refuse("more than %d tags stand inside each other".formatted(DEEPEST));
        }
        open.push(new Open(word, place));
    }

    private void end(String word, Place place) {
        if (open.isEmpty()) {
            throw place.refuse("{%% end%s %%} closes nothing".formatted(word));
        }
        Open last = open.pop();
        if (!last.tag().equals(word)) {
            throw place.refuse("{%% end%s %%} cannot close the {%% %s %%} of line %d"
                    .formatted(word, last.tag(), last.place().line()));
        }
    }

    private void inside(String word, Place place) {
        if (open.isEmpty()
                || !INSIDE.getOrDefault(word, Set.of()).contains(open.element().tag())) {
            throw place.refuse("{%% %s %%} stands outside of what it belongs to".formatted(word));
        }
    }
}
