package dev.afterglow.rehearsal;

import dev.afterglow.console.PlainWords;
import org.jspecify.annotations.Nullable;

/** An entry of a calendar as a sentence. */
final class Line {

    private Line() {}

    /** The sentence, without the subject of a message. */
    static String of(Entry entry, Example example) {
        return mark(entry.kind()) + " " + sentence(entry, example);
    }

    /** The same without the mark before it. */
    static String sentence(Entry entry, Example example) {
        return switch (entry.kind()) {
            case HAPPENS -> happening(entry.what(), example.person().firstName());
            case IGNORED -> "No journey hears of it: %s".formatted(why(entry.reason()));
            case SENT -> "%s by %s".formatted(entry.what(), channel(entry));
            case SILENT -> "no %s by %s: %s".formatted(entry.what(), channel(entry), why(entry.reason()));
            case WAITS -> "%s waits: %s".formatted(entry.what(), why(entry.reason()));
            case CASE -> "A case is opened, and somebody of ours takes over: %s".formatted(why(entry.reason()));
            case DECLINED ->
                "%s does not enter the journey: %s".formatted(example.person().firstName(), why(entry.reason()));
            case ENDS ->
                entry.reason() == null
                        ? "The journey has come to its end."
                        : "The journey ends early: %s".formatted(why(entry.reason()));
        };
    }

    private static String mark(Entry.Kind kind) {
        return switch (kind) {
            case HAPPENS -> "·";
            case SENT -> "✉";
            case SILENT, IGNORED -> "–";
            case WAITS -> "…";
            case CASE -> "!";
            case DECLINED, ENDS -> "■";
        };
    }

    private static String happening(String what, String name) {
        return switch (what) {
            case Acts.ANSWERS -> name + " answers the survey";
            case Acts.REVIEWS -> name + " writes a review";
            case Acts.REDEEMS -> name + " uses the code";
            case Acts.CONFIRMS -> name + " confirms the sign-up";
            case Acts.UNSUBSCRIBES -> name + " unsubscribes";
            default -> PlainWords.event(what);
        };
    }

    private static String channel(Entry entry) {
        return entry.channel() == null ? "no channel" : PlainWords.channel(entry.channel());
    }

    private static String why(@Nullable String reason) {
        return reason == null ? "nobody knows why." : PlainWords.reason(reason) + " [" + reason + "]";
    }
}
