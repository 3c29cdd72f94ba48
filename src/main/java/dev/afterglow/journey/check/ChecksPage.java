package dev.afterglow.journey.check;

import java.util.List;

/** The reference page of the rules. */
final class ChecksPage {

    private static final String BEGINNING = """
            # What the check asks

            Made from the code; a test compares it. How to check a journey: [the marketer's guide](../guide/marketer.md#check-a-journey).

            An *error* keeps a folder from being deployed; what ran before goes on. A *warning* does not.

            | Rule | | What is asked | What to do |
            |---|---|---|---|
            """;

    private ChecksPage() {}

    /** The page about these rules. */
    static String of(List<Rule> rules) {
        StringBuilder page = new StringBuilder(BEGINNING);
        rules.forEach(rule -> page.append("| `%s` | %s | %s | %s |\n"
                .formatted(rule.name(), rule.severity().word(), rule.meaning(), rule.hint())));
        return page.toString();
    }
}
