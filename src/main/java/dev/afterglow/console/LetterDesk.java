package dev.afterglow.console;

import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.Letter;
import dev.afterglow.messaging.Letters;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waiting letters with all that whoever posts them must know. */
@Component
class LetterDesk {

    static final int MOST = 50;

    private final Letters letters;
    private final Messages messages;
    private final Orders orders;
    private final Customers customers;
    private final Clock clock;

    LetterDesk(Letters letters, Messages messages, Orders orders, Customers customers, Clock clock) {
        this.letters = letters;
        this.messages = messages;
        this.orders = orders;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * One letter.
     *
     * @param to where it goes, line by line; empty when no order tells
     * @param late it should be in the post already
     */
    record Row(
            Letter letter,
            String who,
            List<String> to,
            @Nullable String orderId,
            boolean late) {}

    List<Row> waiting() {
        return letters.waiting(MOST).stream().map(this::row).toList();
    }

    private Row row(Letter letter) {
        Optional<String> orderId = messages.find(letter.messageId()).map(Message::orderId);
        return new Row(
                letter,
                customers
                        .find(letter.customerId())
                        .map(found -> PlainWords.name(found.firstName(), found.lastName(), found.email()))
                        .orElse(""),
                PostalAddress.lines(
                        orderId.flatMap(orders::find).map(Order::shipTo).orElse(null)),
                orderId.orElse(null),
                letter.dueAt().isBefore(clock.instant()));
    }
}
