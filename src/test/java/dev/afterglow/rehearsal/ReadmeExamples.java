package dev.afterglow.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a journey as they stand in its README, between two marks. */
final class ReadmeExamples {

    private static final String FROM = "<!-- examples: written from examples.yaml -->";
    private static final String TO = "<!-- end of the examples -->";
    private static final Pattern MARKED =
            Pattern.compile(Pattern.quote(FROM) + ".*" + Pattern.quote(TO), Pattern.DOTALL);

    private ReadmeExamples() {}

    /** The README with these examples in it; at its end where it had none. */
    static String in(String readme, List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            return readme;
        }
        String written = FROM + "\n" + of(comparisons) + TO;
        Matcher marked = MARKED.matcher(readme);
        return marked.find()
                ? marked.replaceFirst(Matcher.quoteReplacement(written))
                : readme.stripTrailing() + "\n\n" + written + "\n";
    }

    private static String of(List<Comparison> comparisons) {
        StringBuilder text = new StringBuilder(
                "## Examples\n\nPlay them yourself: `bin/rehearse bpmn/%s`. They are checked with every build.\n"
                        .formatted(comparisons.getFirst().calendar().example().folder()));
        comparisons.forEach(one -> text.append(of(one)));
        return text.append('\n').toString();
    }

    private static String of(Comparison comparison) {
        Example example = comparison.calendar().example();
        StringBuilder text = new StringBuilder(
                "\n### %s\n\n%s\n\n| Day | Time | |\n|---|---|---|\n".formatted(example.name(), example.inWords()));
        for (Entry entry : comparison.calendar().entries()) {
            When when = example.when(entry.at());
            String subject = entry.subject() == null ? "" : ": “" + entry.subject() + "”";
            text.append("| %d | %s | %s |\n"
                    .formatted(when.day(), time(comparison, entry, when), cell(Line.of(entry, example) + subject)));
        }
        return text.toString();
    }

    // why: a moment that is drawn by lot is only as exact as the file says it.
    private static String time(Comparison comparison, Entry entry, When when) {
        Expected expected = comparison.met().get(entry);
        boolean exact = entry.kind() == Entry.Kind.HAPPENS
                || (expected != null && expected.when().time() != null);
        return exact ? String.format(Locale.ROOT, "%s", when.time()) : "";
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
