package dev.afterglow.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its file tells it: one score question, room for a comment, and further questions if need be.
 *
 * @param name of the file, without ending; no two surveys share one
 * @param aboutProduct whether it is about one thing that was bought and kept, else about the order
 * @param openFor how long it can be answered and changed
 * @param low what the lowest score means; null when that is plain
 */
record Survey(
        String name,
        ScoreKind kind,
        boolean aboutProduct,
        Duration openFor,
        Wording question,
        @Nullable Wording low,
        @Nullable Wording high,
        Wording comment,
        Wording thanks,
        List<Extra> extras) {

    Survey {
        extras = List.copyOf(extras);
    }

    /** What a score is called where people choose it: a number, or the word for it. */
    String text(int score, Locale locale, @Nullable String product) {
        List<Integer> scores = kind.scores();
        Wording word = score == scores.getFirst() ? low : score == scores.getLast() ? high : null;
        return kind.isWorded() && word != null ? word.in(locale, product) : Integer.toString(score);
    }

    /** What a further question wants to hear. */
    enum Kind {
        TEXT,
        CHOICE,
        /** Kept with the person, not with the answer; not asked of those whose birthday is known. */
        BIRTHDAY
    }

    /** A further question; nobody has to answer it. */
    record Extra(String name, Kind kind, Wording text, List<Choice> choices) {

        Extra {
            choices = List.copyOf(choices);
        }
    }

    /** One answer of several. */
    record Choice(String name, Wording text) {}
}
