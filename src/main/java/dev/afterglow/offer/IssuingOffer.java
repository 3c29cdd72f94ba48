package dev.afterglow.offer;

import com.fasterxml.uuid.Generators;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Run;
import dev.afterglow.shop.Shops;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a customer a code: one for each step of a run, however often it is asked. */
@Service
class IssuingOffer {

    private static final Logger LOG = LoggerFactory.getLogger(IssuingOffer.class);
    private static final int TRIES = 5;

    private final Offers offers;
    private final OfferFiles files;
    private final Budgets budgets;
    private final Customers customers;
    private final Shops shops;
    private final Clock clock;
    private final MeterRegistry meters;

    IssuingOffer(
            Offers offers,
            OfferFiles files,
            Budgets budgets,
            Customers customers,
            Shops shops,
            Clock clock,
            MeterRegistry meters) {
        this.offers = offers;
        this.files = files;
        this.budgets = budgets;
        this.customers = customers;
        this.shops = shops;
        this.clock = clock;
        this.meters = meters;
    }

    /** The code this step gives, now or before; empty for those nobody knows (any more) and when the month's are spent. */
    @Transactional
    Optional<Offer> issue(Run run, String step, String name) {
        String customerId = run.customerId();
        // why: held, so that two workers of one step come one after the other, and an erasure before or after.
        Optional<Customer> customer = customerId == null ? Optional.empty() : customers.hold(customerId);
        return offers.givenBy(run.journey(), run.businessKey(), step)
                .or(() -> customer.flatMap(known -> issue(run, step, name, known)));
    }

    private Optional<Offer> issue(Run run, String step, String name, Customer customer) {
        Deal deal = files.find(run, name);
        ZoneId zone = shops.of(customer.shop()).timeZone();
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!budgets.take(customer.shop(), run.journey(), name, YearMonth.from(today), deal.budget())) {
            LOG.warn("The month's {} codes of {} in {} are spent", deal.budget(), name, run.journey());
            count(name, "budget-spent");
            return Optional.empty();
        }
        LocalDate last = today.plus(deal.valid());
        Offer offer = new Offer(
                Generators.timeBasedEpochGenerator().generate().toString(),
                customer.shop(),
                "",
                name,
                run.journey(),
                run.businessKey(),
                step,
                customer.id(),
                deal.terms(),
                Offer.State.ISSUED,
                null,
                now,
                last,
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                null,
                null,
                null,
                null);
        add(offer);
        count(name, "issued");
        return offers.find(offer.id());
    }

    private void add(Offer offer) {
        for (int i = 0; i < TRIES; i++) {
            if (offers.add(offer, Code.fresh())) {
                return;
            }
        }
        throw new IllegalStateException("no code was free in %d tries".formatted(TRIES));
    }

    private void count(String name, String outcome) {
        meters.counter("afterglow.offers", "offer", name, "outcome", outcome).increment();
    }
}
