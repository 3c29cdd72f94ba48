package dev.afterglow.intake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands orders that WooCommerce was asked for, as if it had sent them. */
@Component
public class PulledFromWoocommerce {

    private final WoocommerceSettings settings;

    PulledFromWoocommerce(WoocommerceSettings settings) {
        this.settings = settings;
    }

    /** Whether there is an account of this name for webhooks; the main shop's has none. */
    public boolean knows(@Nullable String account) {
        return settings.account(account).isPresent();
    }

    /**
     * The order as it is, then every step it has taken, whether told before or not; nothing from one at the checkout.
     *
     * @param account whose webhooks would have told of it
     * @param order as the REST API shows it
     * @param now for an order that does not say when it was changed
     */
    public List<Told> told(@Nullable String account, JsonNode order, Instant now) {
        Account whose = settings.account(account).orElseThrow();
        return new WoocommerceReport(WoocommerceController.sender(account), whose.shop(), id -> Optional.empty(), now)
                .of("order.updated", Field.root(order).object(), "", order.toString());
    }
}
