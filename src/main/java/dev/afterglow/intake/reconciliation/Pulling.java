package dev.afterglow.intake.reconciliation;

import dev.afterglow.intake.reconciliation.Pull.Counts;
import dev.afterglow.intake.reconciliation.PulledShops.PulledShop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pulls the orders of all accounts, page by page. A page's place is kept when all its orders are. */
@Component
class Pulling {

    private static final Logger LOG = LoggerFactory.getLogger(Pulling.class);

    // why: longer than a page can take, asking and telling; after that another replica may go on.
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final PulledShops shops;
    private final Pulls pulls;
    private final AskingShops asking;
    private final TellingOrders telling;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean stopping;

    Pulling(
            PulledShops shops,
            Pulls pulls,
            AskingShops asking,
            TellingOrders telling,
            MeterRegistry meters,
            Clock clock) {
        this.shops = shops;
        this.pulls = pulls;
        this.asking = asking;
        this.telling = telling;
        this.meters = meters;
        this.clock = clock;
    }

    /** Makes ready. */
    void begin() {
        stopping = false;
        pulls.begin(shops.names());
    }

    /** Ends what is under way as soon as it can be. */
    void end() {
        stopping = true;
        asking.hangUp();
    }

    /** Pulls one page; false when none is due. */
    boolean turn() {
        Optional<Pull> due = stopping ? Optional.empty() : pulls.take(shops.names(), LEASE);
        due.ifPresent(pull -> pulls.save(pulled(pull, shops.of(pull.account()))));
        return due.isPresent();
    }

    private Pull pulled(Pull pull, PulledShop shop) {
        try {
            return page(pull, shop);
        } catch (PullFailed e) {
            return failed(pull, e);
        } catch (RuntimeException e) {
            LOG.warn("Orders that were pulled from {} could not be kept", pull.account(), e);
            return failed(pull, new PullFailed(Trouble.NOT_KEPT));
        }
    }

    private Pull page(Pull pull, PulledShop shop) {
        Instant begun = clock.instant();
        Window window = pull.windowAt(begun, shop.account().lookBack());
        Page page = shop.api().page(asking.ask(shop.api().question(window, pull.page())), pull.page());
        Counts counts = telling.tell(pull.account(), shop.api(), page.orders());
        Pull after =
                pull.after(window, page, counts, clock.instant(), shop.account().every());
        if (after.window() == null) {
            report(after, pull.trouble() != null);
        }
        return after;
    }

    private static void report(Pull done, boolean isBack) {
        Counts counts = done.counts();
        if (counts.found() > 0 || isBack) {
            LOG.info(
                    "Asked {} for its orders: {} changed, {} with something its webhooks had not told",
                    done.account(),
                    counts.seen(),
                    counts.found());
        }
    }

    private Pull failed(Pull pull, PullFailed why) {
        if (stopping) {
            return pull.handedBack(clock.instant());
        }
        meters.counter(
                        "afterglow.reconciliation.failures",
                        "account",
                        pull.account(),
                        "reason",
                        why.trouble().word())
                .increment();
        Pull after = pull.failed(why, clock.instant());
        Trouble trouble = after.trouble();
        if (trouble != null && trouble != pull.trouble()) {
            LOG.warn("Orders cannot be pulled from {} ({}). {}", pull.account(), trouble.word(), trouble.advice());
        }
        return after;
    }
}
