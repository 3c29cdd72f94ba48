package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop reported it.
 *
 * @param id the shop's own id, always text
 * @param shop the sender's name for the shop, such as its domain
 * @param number what the customer knows it by, such as "#1001"
 * @param email where to write about this order; may differ from the account's address
 * @param currency ISO 4217
 * @param total what was charged, in {@code currency}
 * @param ordersBefore how many orders this customer had placed before, if the shop says so
 */
public record Order(
        String id,
        String shop,
        @Nullable String number,
        @Nullable String customerId,
        OrderStatus status,
        boolean test,
        @Nullable String email,
        @Nullable String locale,
        @Nullable String currency,
        @Nullable BigDecimal total,
        @Nullable Integer ordersBefore,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt,
        List<OrderLine> lines) {

    /** Why no journey may start or speak for this order; empty for a normal one. */
    public Optional<String> silence() {
        if (test) {
            return Optional.of("test-order");
        }
        return switch (status) {
            case CANCELLED -> Optional.of("order-cancelled");
            case VOIDED -> Optional.of("order-voided");
            case CREATED, PAID -> Optional.empty();
        };
    }

    /** This order, placed by that customer of ours. */
    public Order by(@Nullable String customer) {
        return copy(customer, lines);
    }

    Order with(List<OrderLine> orderLines) {
        return copy(customerId, orderLines);
    }

    private Order copy(@Nullable String customer, List<OrderLine> orderLines) {
        return new Order(
                id,
                shop,
                number,
                customer,
                status,
                test,
                email,
                locale,
                currency,
                total,
                ordersBefore,
                placedAt,
                paidAt,
                cancelledAt,
                orderLines);
    }
}
