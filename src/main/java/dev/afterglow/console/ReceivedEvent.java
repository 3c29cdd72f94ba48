package dev.afterglow.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in, with what became of it, and without its body.
 *
 * @param senderEventId the sender's own id for it
 * @param orderNumber what people call its order
 * @param publishedAt when the engine took it; null while it waits, or when no journey hears of it
 * @param repeats how often the same was sent again
 * @param bodyPurgedAt when its body went because its time was over
 */
record ReceivedEvent(
        long seq,
        String id,
        String sender,
        String senderEventId,
        String type,
        String subject,
        @Nullable String orderId,
        @Nullable String orderNumber,
        @Nullable String customerId,
        String outcome,
        @Nullable String reason,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable Instant publishedAt,
        int repeats,
        @Nullable Instant repeatedAt,
        boolean hasBody,
        @Nullable Instant bodyPurgedAt) {

    /** What happened, in plain words. */
    public String title() {
        return PlainWords.event(type);
    }

    /** What people call its order. */
    public String orderTitle() {
        return orderNumber == null ? String.valueOf(orderId) : orderNumber;
    }

    /** What became of it, in few words. */
    public Outcome became() {
        String because = reason == null ? "" : ": " + reason;
        return switch (outcome) {
            case "accepted" ->
                publishedAt == null
                        ? new Outcome("Waits for the engine", Tone.WAITING)
                        : new Outcome("Told to the journeys", Tone.GOOD);
            case "kept" -> new Outcome("Facts kept", Tone.PLAIN);
            case "waiting" -> new Outcome("Waits to be joined", Tone.WAITING);
            case "ignored" -> new Outcome("Silent" + because, Tone.QUIET);
            case "refused" -> new Outcome("Refused by the engine" + because, Tone.TROUBLE);
            default -> new Outcome(outcome + because, Tone.PLAIN);
        };
    }

    /** The same in a sentence or two. */
    public String story() {
        String because = reason == null ? "" : " " + PlainWords.reason(reason);
        return switch (outcome) {
            case "accepted" ->
                publishedAt == null
                        ? "It is kept, and waits until the engine takes it."
                        : "The engine has it: every journey that waits for such an event has heard of it.";
            case "kept" -> "What it says is kept. There is nothing in it that a journey would wait for." + because;
            case "waiting" ->
                "It came before what it belongs to. It is kept, and joined as soon as that is known." + because;
            case "ignored" -> "It is kept, and no journey hears of it." + because;
            case "refused" -> "The engine would not take it, so no journey has heard of it." + because;
            default -> outcome + "." + because;
        };
    }

    /** Whether the engine can be told again. */
    public boolean isForJourneys() {
        return (outcome.equals("refused") || (outcome.equals("accepted") && publishedAt != null)) && !subject.isEmpty();
    }
}
