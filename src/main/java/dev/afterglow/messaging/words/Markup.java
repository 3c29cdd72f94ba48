package dev.afterglow.messaging.words;

import java.util.regex.Pattern;

/** Follows HTML from its beginning, to know what stands around the next value. */
sealed interface Markup {

    /** Plain text: there is nothing to follow. */
    record None() implements Markup {

        @Override
        public void follow(String words) {}

        @Override
        public Escaping escaping() {
            return Escaping.PLAIN;
        }
    }

    /** Reads on. */
    void follow(String words);

    /**
     * How a value must be written here.
     *
     * @throws WordsRefused where no value may stand
     */
    Escaping escaping();

    /** HTML. */
    final class Html implements Markup {

        private static final Pattern BEGINS_ADDRESS =
                Pattern.compile("(?is).*\\b(href|src|action|background|cite)\\s*=\\s*[\"']\\s*");
        private static final Pattern QUOTED = Pattern.compile("(?s).*=\\s*(\"[^\"]*|'[^']*)");
        private static final int ENOUGH_TO_SEE = 2_000;

        private final StringBuilder read = new StringBuilder();
        private boolean insideTag;
        private boolean insideStyle;

        @Override
        public void follow(String words) {
            for (int i = 0; i < words.length(); i++) {
                follow(words.charAt(i));
            }
        }

        private void follow(char next) {
            read.append(next);
            if (next == '<') {
                insideTag = true;
            } else if (next == '>' && insideTag) {
                insideTag = false;
                String tag = read.substring(read.lastIndexOf("<"));
                if (tag.matches("(?is)</?(style|script)\\b.*")) {
                    insideStyle = !tag.startsWith("</");
                }
                read.setLength(0);
            }
        }

        @Override
        public Escaping escaping() {
            String before = read.substring(Math.max(0, read.length() - ENOUGH_TO_SEE));
            read.append('?');
            if (insideStyle) {
                throw new WordsRefused("a value cannot stand in a style or script");
            }
            if (!insideTag) {
                return Escaping.HTML;
            }
            if (!QUOTED.matcher(before).matches()) {
                throw new WordsRefused("a value inside a tag must stand in quotation marks, after the equals sign");
            }
            return BEGINS_ADDRESS.matcher(before).matches() ? Escaping.ADDRESS : Escaping.ATTRIBUTE;
        }
    }
}
