package dev.afterglow.journey;

import java.util.List;

/**
 * On what terms a journey admits, as the fields of its first step say.
 *
 * @param holdout how many of a hundred customers never enter, to be compared with those who do
 * @param internal it is work of our own people, and writes to nobody: what keeps others from being written to is no
 *     reason against it
 */
record EntryTerms(Audience audience, ReEntry reEntry, int holdout, boolean internal) {

    private static final String SERVICE = "service";
    private static final String INTERNAL = "internal";
    private static final String MARKETING = "marketing";
    private static final List<String> CLASSES = List.of(SERVICE, MARKETING, INTERNAL);
    private static final int LARGEST_HOLDOUT = 50;

    /** Who a journey is for. */
    enum Audience {
        EVERYONE,
        FIRST_TIME,
        REPEAT,
        /** Not any more; who is in it goes on. */
        NOBODY;

        static Audience of(String word) {
            return switch (word) {
                case "first-time" -> FIRST_TIME;
                case "repeat" -> REPEAT;
                case "nobody" -> NOBODY;
                default -> EVERYONE;
            };
        }
    }

    /**
     * The terms behind these fields; a field that is not filled in takes its default.
     *
     * @throws JourneyProblem naming the field that is wrong
     */
    static EntryTerms of(Fields fields) {
        String kind = fields.word("class", CLASSES, SERVICE);
        String audience = fields.word("audience", List.of("everyone", "first-time", "repeat", "nobody"), "everyone");
        int holdout = fields.number("holdout", 0, LARGEST_HOLDOUT, 0);
        if (holdout > 0 && !kind.equals(MARKETING)) {
            // why: what somebody needs to know about an order is not withheld to measure what it is worth.
            throw fields.wrong("holdout", "0 in a journey whose class is " + kind);
        }
        return new EntryTerms(Audience.of(audience), ReEntry.of(fields), holdout, kind.equals(INTERNAL));
    }
}
