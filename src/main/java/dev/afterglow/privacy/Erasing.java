package dev.afterglow.privacy;

import com.fasterxml.uuid.Generators;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.journey.StoppingRuns;
import dev.afterglow.messaging.FallingSilent;
import dev.afterglow.offer.Offers;
import dev.afterglow.order.Orders;
import dev.afterglow.privacy.Receipt.Summary;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases a person: all of it in one transaction, or nothing. */
@Service
public class Erasing {

    /** The reason that stands wherever something ended because of an erasure. */
    static final String ERASED = Suppression.ERASED;

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final Customers customers;
    private final Orders orders;
    private final StoppingRuns runs;
    private final FallingSilent messages;
    private final Offers offers;
    private final LeavingAlone addresses;
    private final ErasingRows rows;
    private final Receipts receipts;
    private final Clock clock;

    Erasing(
            Customers customers,
            Orders orders,
            StoppingRuns runs,
            FallingSilent messages,
            Offers offers,
            LeavingAlone addresses,
            ErasingRows rows,
            Receipts receipts,
            Clock clock) {
        this.customers = customers;
        this.orders = orders;
        this.runs = runs;
        this.messages = messages;
        this.offers = offers;
        this.addresses = addresses;
        this.rows = rows;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Erases the customer with this id and everybody merged into them; asked again, the answer is the first receipt.
     *
     * @param by the member of staff, or {@code api}
     * @throws NobodyThere when there never was such a customer
     */
    @Transactional
    public Receipt erase(String customerId, String by) {
        List<String> ids = customers.ids(customerId);
        if (ids.isEmpty()) {
            throw NobodyThere.unknown();
        }
        // why: orders before the customer, in the order in which intake holds them, or the two wait for each other.
        List<String> held = orders.hold(ids);
        if (customers.hold(ids.getFirst()).isPresent()) {
            erase(ids, held.isEmpty() ? List.of("") : held, by);
        }
        return receipts.find(ids.getFirst()).orElseThrow();
    }

    /** The receipt of the erasure of the customer with this id; empty when there was none. */
    public Optional<Receipt> receipt(String customerId) {
        return customers.ids(customerId).stream().findFirst().flatMap(receipts::find);
    }

    /** Does once more what may have been missed, for what was told or began while this customer was being erased. */
    @Transactional
    void again(String customerId) {
        List<String> ids = customers.ids(customerId);
        runs.stop(ids, List.of(""), ERASED);
        messages.fallSilent(ids, List.of(""), ERASED);
        offers.takeBack(ids, ERASED);
        rows.of(ids);
    }

    private void erase(List<String> ids, List<String> theirOrders, String by) {
        String reference = Generators.timeBasedEpochGenerator().generate().toString();
        String emailHash = addresses.fingerprint(ids);
        int suppressed = addresses.leaveAlone(customers.shop(ids.getFirst()).orElseThrow(), ids);
        int stopped = runs.stop(ids, theirOrders, ERASED);
        int silenced = messages.fallSilent(ids, theirOrders, ERASED);
        offers.takeBack(ids, ERASED);
        Summary summary = new Summary(silenced, stopped, suppressed, rows.of(ids));
        customers.markErased(ids);
        orders.markErased(ids);
        receipts.keep(reference, ids.getFirst(), by, emailHash, summary, clock.instant());
        LOG.info("Customer {} was erased, receipt {}", ids.getFirst(), reference);
    }
}
