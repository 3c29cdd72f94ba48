package dev.afterglow.console;

/**
 * What came of a person's choice about a message nobody knows about.
 *
 * @param became in one word: arrived, left, sent, objected, rejected, uncertain, too-late, impossible
 * @param sentence the same for people
 */
record Resolution(String became, String sentence, Tone tone) {

    static final Resolution ARRIVED = new Resolution("arrived", "Noted: it arrived. It counts as sent.", Tone.GOOD);
    static final Resolution LEFT =
            new Resolution("left", "Noted: it stays as it is, and nobody is asked again.", Tone.GOOD);
    static final Resolution SENT =
            new Resolution("sent", "Sent again, word for word and under the same id.", Tone.GOOD);
    static final Resolution STILL_UNCERTAIN = new Resolution(
            "uncertain", "It was tried, and again nobody knows. It stays on this list; try later.", Tone.TROUBLE);
    static final Resolution TOO_LATE = new Resolution(
            "too-late", "Somebody was quicker: this message is not uncertain any more. Nothing was done.", Tone.QUIET);

    static Resolution objected(String reason) {
        return new Resolution(
                "objected", "Not sent again. " + PlainWords.reason(reason) + " It stays on this list.", Tone.QUIET);
    }

    static Resolution rejected(String reason) {
        return new Resolution("rejected", "Not taken, for good. " + PlainWords.reason(reason), Tone.TROUBLE);
    }

    static Resolution impossible(String why) {
        return new Resolution("impossible", "It cannot be sent again now: " + why + ".", Tone.TROUBLE);
    }
}
