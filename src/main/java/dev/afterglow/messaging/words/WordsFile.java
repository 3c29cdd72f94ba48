package dev.afterglow.messaging.words;

/**
 * A file of words: front matter between two lines of dashes, then Markdown or MJML.
 *
 * @param path below {@code bpmn/}
 * @param bodyLine the line the body begins in
 */
record WordsFile(String path, FrontMatter front, String body, int bodyLine) {

    private static final int MOST_CHARACTERS = 128 * 1024;

    /**
     * Reads a file.
     *
     * @throws WordsRefused when it is too long, or the front matter is missing or wrong
     */
    static WordsFile parse(String path, String source) {
        Place begin = new Place(path, 1);
        if (source.length() > MOST_CHARACTERS) {
            throw begin.refuse("the file is longer than %d characters".formatted(MOST_CHARACTERS));
        }
        String text = source.replace("\r\n", "\n").replace("\uFEFF", "");
        checkEncoding(path, text);
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            throw begin.refuse("front matter is missing; begin with a line of three dashes, and end it with another");
        }
        int bodyLine = lines(text.substring(0, end + 5)) + 1;
        return new WordsFile(
                path, new FrontMatter(path, text.substring(4, end + 1)), text.substring(end + 5), bodyLine);
    }

    private static void checkEncoding(String path, String text) {
        int broken = text.indexOf('\uFFFD');
        if (broken >= 0) {
            throw new Place(path, lines(text.substring(0, broken)) + 1).refuse("the file is not saved as UTF-8");
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    boolean isMjml() {
        return path.endsWith(".mjml");
    }
}
