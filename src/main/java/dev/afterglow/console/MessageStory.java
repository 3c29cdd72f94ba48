package dev.afterglow.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one message came to be what it is, from the row of the ledger.
 *
 * @param wantedAt when a journey first wanted it
 * @param writtenAt when its words were written; every later attempt uses the same
 * @param notBefore when it is looked at again
 * @param providerId what the other side calls it
 * @param resends how often it was sent again because nobody knew
 * @param others the same step by other channels
 */
record MessageStory(
        String journey,
        String step,
        String status,
        @Nullable String reason,
        @Nullable String transport,
        Instant wantedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant notBefore,
        @Nullable Instant handedOverAt,
        @Nullable Instant sentAt,
        @Nullable String providerId,
        int resends,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        List<Other> others) {

    /**
     * One thing that happened, or is about to.
     *
     * @param at null where the ledger keeps no time
     */
    record Chapter(@Nullable Instant at, Tone tone, String title, String sentence) {}

    /** The same step by another channel, such as "By e-mail: There is no address to write to." */
    record Other(String id, String sentence, Tone tone) {

        static Other of(String id, String channel, String template, String status, @Nullable String reason) {
            Outcome outcome = Outcome.ofMessage(template, status, null);
            String what = reason == null ? outcome.text() + "." : PlainWords.reason(reason);
            return new Other(id, "By " + PlainWords.channel(channel) + ": " + what, outcome.tone());
        }
    }

    /** From the wish to the end, or to what it waits for. */
    List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(wantedAt, Tone.PLAIN, "Wanted", "%s came to its step “%s”.".formatted(journey, step)));
        if (writtenAt != null) {
            chapters.add(new Chapter(
                    writtenAt,
                    Tone.PLAIN,
                    "Written and reserved",
                    "Nobody else can send it any more. Whatever happens, it leaves in these words."));
        }
        if (handedOverAt != null) {
            chapters.add(new Chapter(
                    handedOverAt, Tone.PLAIN, "Handed over", "To " + PlainWords.transport(transport) + "." + again()));
        }
        chapters.addAll(ending());
        return chapters;
    }

    private List<Chapter> ending() {
        return switch (status) {
            case "accepted" -> List.of(new Chapter(sentAt, Tone.GOOD, taken(), called()));
            case "silent" -> List.of(new Chapter(null, Tone.QUIET, "Not sent, on purpose", why()));
            case "rejected" -> List.of(new Chapter(null, Tone.TROUBLE, "Refused for good", why()));
            case "deferred" -> List.of(waiting());
            case "uncertain" ->
                notBefore == null
                        ? List.of(new Chapter(null, Tone.TROUBLE, "Nobody knows whether it left", why()))
                        : List.of(
                                new Chapter(null, Tone.TROUBLE, "Nobody knows whether it left", why()),
                                new Chapter(
                                        notBefore,
                                        Tone.WAITING,
                                        "Will be looked at again",
                                        "Without a sign that it arrived it is sent once more, under the same Message-ID."));
            case "resolved" -> List.of(new Chapter(resolvedAt, Tone.PLAIN, "Decided" + by(), why()));
            default -> List.of();
        };
    }

    private Chapter waiting() {
        return notBefore == null
                ? new Chapter(null, Tone.WAITING, "Waits for the next try", why())
                : new Chapter(notBefore, Tone.WAITING, "Waits until then", why());
    }

    private String taken() {
        return "capture".equals(transport) ? "Kept for looking at" : "Taken";
    }

    private String called() {
        if ("capture".equals(transport)) {
            return "Nothing left this machine: no mail server is configured.";
        }
        return providerId == null
                ? "The other side has it."
                : "The other side has it and calls it “" + providerId + "”.";
    }

    private String again() {
        return resends == 0 ? "" : resends == 1 ? " Once more since then." : " " + resends + " times more since then.";
    }

    private String by() {
        return resolvedBy == null ? "" : " by " + resolvedBy;
    }

    private String why() {
        return reason == null ? "" : PlainWords.reason(reason);
    }
}
