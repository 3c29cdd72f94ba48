package dev.afterglow.console;

import dev.afterglow.messaging.ProviderEvent.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a timeline.
 *
 * @param rank tells which came first of two at the same instant
 * @param kind event, journey or message
 * @param title what happened
 * @param sentence more about it, above all why nothing was done
 * @param order the order it was about
 * @param message the id of the message, if something was rendered that can be looked at
 * @param event the id of the event, if this is one
 */
record Happening(
        Instant at,
        int rank,
        String kind,
        Tone tone,
        String title,
        String sentence,
        @Nullable OrderLink order,
        @Nullable String message,
        @Nullable String event) {

    /** An order by its id, and by what people call it. */
    record OrderLink(String id, String title) {}

    static List<Happening> run(
            Instant enteredAt,
            @Nullable Instant endedAt,
            String journey,
            int version,
            String state,
            @Nullable String reason,
            @Nullable OrderLink order) {
        if (state.equals("declined")) {
            return List.of(step(enteredAt, 1, Tone.QUIET, "Did not enter " + journey, sentence(reason), order));
        }
        Happening entered = step(enteredAt, 1, Tone.PLAIN, "Entered " + journey, "Version " + version + ".", order);
        if (endedAt == null) {
            return List.of(entered);
        }
        Happening ended = reason == null
                ? step(endedAt, 3, Tone.GOOD, "Completed " + journey, "It went the whole way.", order)
                : step(endedAt, 3, Tone.QUIET, "Left " + journey, sentence(reason), order);
        return List.of(entered, ended);
    }

    static Happening message(
            Instant at,
            String template,
            String channel,
            String status,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable OrderLink order,
            @Nullable String message) {
        String name = PlainWords.message(template);
        if (status.equals("silent")) {
            return new Happening(
                    at, 2, "message", Tone.QUIET, name + " not sent", sentence(reason), order, message, null);
        }
        Outcome outcome = Outcome.ofMessage(template, status, null);
        String words = subject == null ? "" : "“" + subject + "” by " + PlainWords.channel(channel) + ".";
        return new Happening(
                at, 2, "message", outcome.tone(), outcome.text(), sentence(reason) + words, order, message, null);
    }

    static Happening cameBack(
            Instant at,
            Kind kind,
            boolean hard,
            String provider,
            @Nullable String template,
            @Nullable OrderLink order,
            @Nullable String message) {
        String name = template == null ? "" : PlainWords.message(template) + ": ";
        return new Happening(
                at,
                4,
                "message",
                CameBack.tone(kind, hard),
                name + CameBack.title(kind, hard),
                "Reported by " + provider + ".",
                order,
                message,
                null);
    }

    private static Happening step(
            Instant at, int rank, Tone tone, String title, String sentence, @Nullable OrderLink order) {
        return new Happening(at, rank, "journey", tone, title, sentence, order, null, null);
    }

    static String sentence(@Nullable String reason) {
        return reason == null ? "" : PlainWords.reason(reason) + " ";
    }
}
