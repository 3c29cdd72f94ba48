package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Told;
import dev.afterglow.journey.AdmissionRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * What follows when a shop takes our app out: nothing new begins for its customers. What is under way comes to its end.
 * A shop that is heard of again is back.
 */
@Component
class ShopifyDeparture {

    static final String TYPE = "shop.uninstalled";
    private static final String GONE = "shop-gone";

    // why: Shopify asks to erase a shop 48 hours after our app was taken out; an hour for clocks and delays.
    private static final Duration SURELY_GONE = Duration.ofHours(47);

    private final DepartedShops departed;

    ShopifyDeparture(DepartedShops departed) {
        this.departed = departed;
    }

    /** Marks the shop. The body names the shop's owner and is not kept. */
    Told told(ShopifyReport report) {
        departed.departed(report.shop().sender(), report.at());
        return report.about(report.shop().domain())
                .body("")
                .silent(GONE)
                .as(TYPE, report.shop().domain(), report.at());
    }

    /** Why journeys must not hear of this report: it is one from before the shop left that came late. */
    Optional<String> silence(ShopifyReport report) {
        String sender = report.shop().sender();
        Optional<Instant> since = departed.since(sender);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        if (report.at().isAfter(since.get())) {
            departed.back(sender, report.at());
            return Optional.empty();
        }
        return Optional.of(GONE);
    }

    /** Whether nothing speaks against it that this shop has really left. */
    boolean isCertain(String sender, Instant now) {
        if (departed.isBack(sender)) {
            return false;
        }
        return departed.since(sender).isPresent()
                || departed.lastHeard(sender, GONE)
                        .filter(last -> last.isAfter(now.minus(SURELY_GONE)))
                        .isEmpty();
    }

    /** No journey begins for an order of a shop that has left. */
    @Bean
    static AdmissionRule notForDepartedShops(DepartedShops departed) {
        return (journey, entry) ->
                Optional.ofNullable(entry.orderId()).filter(departed::sold).map(order -> GONE);
    }
}
