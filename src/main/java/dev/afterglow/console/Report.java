package dev.afterglow.console;

import dev.afterglow.console.Happening.OrderLink;
import dev.afterglow.order.ParcelStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told, as a timeline tells it: what came of it, above all when nothing did.
 *
 * @param seen where a parcel was seen, if that is what was told
 * @param repeats how often it was sent again
 */
record Report(
        String id,
        String type,
        @Nullable String seen,
        String sender,
        String outcome,
        @Nullable String reason,
        Instant occurredAt,
        Instant receivedAt,
        boolean published,
        int repeats) {

    private static final String OURSELVES = "afterglow";
    private static final Set<String> CHANGED_NOTHING = Set.of("late", "contradicts", "known-already");

    Happening happening(@Nullable OrderLink order, Times times) {
        Tone tone = changedNothing()
                ? Tone.QUIET
                : Outcome.ofEvent(outcome, reason, published).tone();
        String sentence = said(times) + consequence(tone) + Happening.sentence(reason) + again();
        return new Happening(receivedAt, 0, "event", tone, title(), sentence.strip(), order, null, id);
    }

    private String title() {
        String title = PlainWords.event(type);
        return seen == null
                ? title
                : title + ": " + ParcelTrack.words(ParcelStatus.of(seen)).toLowerCase(java.util.Locale.ROOT);
    }

    private boolean changedNothing() {
        return outcome.equals("kept") && reason != null && CHANGED_NOTHING.contains(reason);
    }

    private String said(Times times) {
        if (sender.equals(OURSELVES)) {
            return "It follows from what was reported. ";
        }
        boolean lately = occurredAt.plusSeconds(60).isAfter(receivedAt);
        return "Reported by " + sender
                + (lately ? ". " : "; it happened " + times.of(occurredAt).text() + ". ");
    }

    private String consequence(Tone tone) {
        return switch (outcome) {
            case "kept" -> "";
            case "waiting" -> "It came before what it belongs to, and waits to be joined. ";
            default ->
                switch (tone) {
                    case QUIET -> "It starts nothing. ";
                    case TROUBLE -> "The engine refused it. ";
                    case WAITING -> "It waits until the engine takes it. ";
                    case GOOD, PLAIN -> "";
                };
        };
    }

    private String again() {
        return switch (repeats) {
            case 0 -> "";
            case 1 -> "It was sent again once, which changed nothing.";
            default -> "It was sent again %d times, which changed nothing.".formatted(repeats);
        };
    }
}
