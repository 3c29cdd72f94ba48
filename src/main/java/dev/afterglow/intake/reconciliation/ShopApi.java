package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Told;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one shop is asked for its orders, and what its answers mean. */
interface ShopApi {

    /**
     * The question for some of the orders that changed in a window.
     *
     * @param page which of them, as {@link Page#next} said; the first if null
     */
    HttpRequest question(Window window, @Nullable String page);

    /**
     * The answer to it.
     *
     * @param page the one that was asked for
     * @throws PullFailed when it is no list of orders
     */
    Page page(Answer answer, @Nullable String page);

    /** An order as the shop has it, and then every step it has taken; nothing when it is none yet. */
    List<Told> told(JsonNode order, Instant now);
}
