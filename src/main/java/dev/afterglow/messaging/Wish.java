package dev.afterglow.messaging;

import java.text.Normalizer;
import java.util.Locale;

/** What a customer asks for with a single word. */
enum Wish {
    /** No more messages. */
    STOP,
    /** Messages again. */
    START,
    /** Who is this? */
    HELP,
    /** None of these: something for a person or a journey. */
    OTHER;

    /**
     * The wish in a text that holds nothing else, whatever its case, punctuation and spaces. Source of the English words
     * for stopping: 47 CFR 64.1200 (a)(10); the others are what carriers expect.
     */
    static Wish in(String text) {
        return switch (bare(text)) {
            case "stop",
                    "stopall",
                    "stop all",
                    "quit",
                    "end",
                    "revoke",
                    "opt out",
                    "optout",
                    "cancel",
                    "unsubscribe",
                    "stopp",
                    "abmelden",
                    "abbestellen" -> STOP;
            case "start", "unstop", "yes", "ja", "anmelden" -> START;
            case "help", "info", "hilfe" -> HELP;
            default -> OTHER;
        };
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
