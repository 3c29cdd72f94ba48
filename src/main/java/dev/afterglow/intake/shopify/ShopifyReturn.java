package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads that somebody wants to send goods back. While a return is open its owner waits for us, so nobody asks them how
 * they like it; that goods really came back or were paid back, the refund says. Source: Shopify, "returns/request" and
 * others (https://shopify.dev/docs/api/webhooks).
 */
final class ShopifyReturn {

    private static final String OPENED = "return.opened";
    private static final String CLOSED = "return.closed";

    private ShopifyReturn() {}

    /**
     * What we learn from it; empty when the topic is not about returns.
     *
     * @param hasBuyer whether we know who bought the order with this id
     */
    static Optional<Told> told(ShopifyReport report, Predicate<String> hasBuyer) {
        return switch (report.topic()) {
            case "returns/request", "returns/approve", "returns/reopen" -> Optional.of(told(report, OPENED, hasBuyer));
            case "returns/decline", "returns/cancel", "returns/close" -> Optional.of(told(report, CLOSED, hasBuyer));
            case "returns/update", "returns/process" -> Optional.of(told(report, "return.told", hasBuyer));
            default -> Optional.empty();
        };
    }

    private static Told told(ShopifyReport report, String type, Predicate<String> hasBuyer) {
        Field body = report.root();
        String id = body.at("id").requiredId();
        String order = body.at("order").at("id").id();
        // why: a return may be told before its order, or of one from before our time; then the report alone is kept.
        boolean isSomebodys = order != null && hasBuyer.test(order);
        return report.about(id)
                .facts(!isSomebodys ? List.of() : facts(type, report.shop().sender() + " return " + id, order))
                .as(type, order == null ? id : order, ShopifyTime.of(report, body, "updated_at", "created_at"));
    }

    private static List<Fact> facts(String type, String caseId, @Nullable String order) {
        return switch (type) {
            case OPENED -> List.of(new Fact.CaseOpened(caseId, order));
            case CLOSED -> List.of(new Fact.CaseClosed(caseId, order));
            default -> List.of();
        };
    }
}
