package dev.afterglow.console;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.Delivery;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.UncertainMessages;
import org.springframework.stereotype.Component;

/** Carries out what a person chose for a message nobody knows about, and says what came of it. */
@Component
class Resolving {

    private final UncertainMessages uncertain;
    private final Messages messages;

    Resolving(UncertainMessages uncertain, Messages messages) {
        this.uncertain = uncertain;
        this.messages = messages;
    }

    /**
     * Does it, unless somebody was quicker.
     *
     * @param by who chose
     * @throws NotKnown when there is no such message
     */
    Resolution resolve(String id, Choice choice, String by) {
        Status before = status(id);
        if (before != Status.UNCERTAIN && before != Status.HANDED_OVER) {
            return Resolution.TOO_LATE;
        }
        return switch (choice) {
            case ARRIVED -> uncertain.arrived(id, by) ? Resolution.ARRIVED : Resolution.TOO_LATE;
            case LEFT -> uncertain.leave(id, by) ? Resolution.LEFT : Resolution.TOO_LATE;
            case SEND_AGAIN -> sendAgain(id);
        };
    }

    private Resolution sendAgain(String id) {
        try {
            return switch (uncertain.sendAgain(id)) {
                case Delivery.Sent sent -> Resolution.SENT;
                case Delivery.Silent silent -> Resolution.objected(silent.reason());
                case Delivery.Deferred deferred -> Resolution.objected(deferred.reason());
                case Delivery.Rejected rejected -> Resolution.rejected(rejected.reason());
                case Delivery.Uncertain still ->
                    status(id) == Status.UNCERTAIN ? Resolution.STILL_UNCERTAIN : Resolution.TOO_LATE;
            };
        } catch (JourneyProblem problem) {
            return Resolution.impossible(String.valueOf(problem.getMessage()));
        }
    }

    private Status status(String id) {
        return messages.find(id)
                .map(Message::status)
                .orElseThrow(() -> new NotKnown("No message with the id \"" + id + "\" is known."));
    }
}
