package dev.afterglow.console;

import org.jspecify.annotations.Nullable;

/**
 * What became of something, in a few words.
 *
 * @param text such as "Thank-you sent"
 */
record Outcome(String text, Tone tone) {

    static final Outcome NOTHING_YET = new Outcome("Nothing yet", Tone.PLAIN);

    static Outcome ofMessage(String template, String status, @Nullable String reason) {
        String name = PlainWords.message(template);
        return switch (status) {
            case "accepted" -> new Outcome(name + " sent", Tone.GOOD);
            case "planned", "reserved", "handed-over" -> new Outcome(name + " is about to leave", Tone.WAITING);
            case "deferred" -> new Outcome(name + " waits for a better moment", Tone.WAITING);
            case "silent" -> new Outcome("Silent" + because(reason), Tone.QUIET);
            case "rejected" -> new Outcome(name + " refused" + because(reason), Tone.TROUBLE);
            case "resolved" -> new Outcome(name + " looked into", Tone.PLAIN);
            case "uncertain" -> new Outcome(name + " may or may not have left", Tone.TROUBLE);
            default -> new Outcome(name + " " + status, Tone.PLAIN);
        };
    }

    static Outcome ofRun(String journey, String state, @Nullable String reason) {
        return switch (state) {
            case "running" -> new Outcome("In " + journey, Tone.WAITING);
            case "declined" -> new Outcome("Silent" + because(reason), Tone.QUIET);
            case "ended" -> new Outcome(journey + " ended" + because(reason), Tone.PLAIN);
            default -> new Outcome(journey + " " + state, Tone.PLAIN);
        };
    }

    static Outcome ofEvent(String outcome, @Nullable String reason, boolean published) {
        return switch (outcome) {
            case "ignored" -> new Outcome("Silent" + because(reason), Tone.QUIET);
            case "kept" -> new Outcome("Noted" + because(reason), Tone.PLAIN);
            case "waiting" -> new Outcome("Waiting" + because(reason), Tone.WAITING);
            case "refused" -> new Outcome("Refused by the engine" + because(reason), Tone.TROUBLE);
            default ->
                published
                        ? new Outcome("No journey has begun", Tone.PLAIN)
                        : new Outcome("Waiting for the engine", Tone.WAITING);
        };
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + reason;
    }
}
