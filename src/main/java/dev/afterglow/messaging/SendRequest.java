package dev.afterglow.messaging;

import dev.afterglow.customer.Customer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey's wish to send a message.
 *
 * @param journey the process id
 * @param edition of the journey's folder that the words are taken from; null for the newest
 * @param businessKey what the run is about
 * @param step the id of the step in the diagram
 * @param occasion tells apart several messages of one step; empty when there is only one
 * @param template the name of the words
 * @param channels such as {@code email}; the next one is used when the customer cannot be reached on the one before
 * @param deadline after this moment somebody else may be at work on the same wish, so nothing is begun
 */
record SendRequest(
        String journey,
        @Nullable String edition,
        String businessKey,
        String step,
        String occasion,
        String template,
        List<String> channels,
        @Nullable String orderId,
        @Nullable String customerId,
        Instant deadline) {

    /** The same wish; the customer may have another id since the journey began. */
    SendRequest by(@Nullable Customer customer) {
        return customer == null || customer.id().equals(customerId)
                ? this
                : new SendRequest(
                        journey,
                        edition,
                        businessKey,
                        step,
                        occasion,
                        template,
                        channels,
                        orderId,
                        customer.id(),
                        deadline);
    }

    /** The wish a message in the ledger came from. */
    static SendRequest again(Message message) {
        return new SendRequest(
                message.journey(),
                message.edition(),
                message.businessKey(),
                message.step(),
                message.occasion(),
                message.template(),
                List.of(message.channel()),
                message.orderId(),
                message.customerId(),
                Instant.MAX);
    }
}
