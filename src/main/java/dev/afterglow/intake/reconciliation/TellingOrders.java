package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.reconciliation.Pull.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Tells what is new in pulled orders, as their shop would have; one order that cannot be read keeps back no other. */
@Component
class TellingOrders {

    private static final Logger LOG = LoggerFactory.getLogger(TellingOrders.class);

    private final News news;
    private final Intake intake;
    private final MeterRegistry meters;
    private final Clock clock;

    TellingOrders(News news, Intake intake, MeterRegistry meters, Clock clock) {
        this.news = news;
        this.intake = intake;
        this.meters = meters;
        this.clock = clock;
    }

    private enum Outcome {
        KNOWN("known"),
        UPDATED("updated"),
        FOUND("found"),
        REFUSED("refused");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /** All of them, each in a transaction of its own. */
    Counts tell(String account, ShopApi api, List<JsonNode> orders) {
        Counts counts = Counts.NONE;
        for (JsonNode order : orders) {
            Outcome outcome = tell(account, api, order);
            meters.counter("afterglow.reconciliation.orders", "account", account, "outcome", outcome.word)
                    .increment();
            counts = counts.plus(new Counts(1, outcome == Outcome.FOUND ? 1 : 0, outcome == Outcome.REFUSED ? 1 : 0));
        }
        return counts;
    }

    private Outcome tell(String account, ShopApi api, JsonNode order) {
        try {
            List<Told> told = news.of(api.told(order, clock.instant()));
            if (told.isEmpty()) {
                return Outcome.KNOWN;
            }
            boolean isHeard = intake.takeNow(told).stream()
                    .anyMatch(recording -> recording.outcome().equals("accepted"));
            return isHeard ? Outcome.FOUND : Outcome.UPDATED;
        } catch (Refusal e) {
            refused(account, order, String.valueOf(e.getBody().getDetail()));
        } catch (DataIntegrityViolationException | IllegalArgumentException e) {
            refused(account, order, e.getClass().getSimpleName());
        }
        return Outcome.REFUSED;
    }

    private static void refused(String account, JsonNode order, String why) {
        String id = order.path("id").asText();
        LOG.warn(
                "Order {} that was pulled from {} cannot be read and is left out: {}",
                id.matches("[A-Za-z0-9_-]{1,60}") ? id : "without id",
                account,
                why);
    }
}
