package dev.afterglow.messaging.words;

/** Plain text as a person would have set it: no holes where a tag stood, and lists in one piece. */
final class TidyText {

    private final StringBuilder tidy;
    private boolean hole;
    private boolean item;

    private TidyText(int length) {
        this.tidy = new StringBuilder(length);
    }

    // why: read by hand, as patterns took most of the time of writing a mail.
    static String of(String text) {
        String clean = CleanText.body(text);
        TidyText tidy = new TidyText(clean.length());
        int at = 0;
        while (at <= clean.length()) {
            int end = clean.indexOf('\n', at);
            end = end < 0 ? clean.length() : end;
            tidy.line(clean.substring(at, end).stripTrailing());
            at = end + 1;
        }
        return tidy.tidy.append('\n').toString();
    }

    private void line(String line) {
        if (line.isEmpty()) {
            hole = true;
            return;
        }
        boolean nextItem = line.startsWith("- ");
        if (!tidy.isEmpty()) {
            tidy.append(hole && !(item && nextItem) ? "\n\n" : "\n");
        }
        tidy.append(tidy.isEmpty() ? line.stripLeading() : line);
        hole = false;
        item = nextItem;
    }
}
