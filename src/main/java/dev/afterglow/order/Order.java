package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop reported it. Made with {@link #of}.
 *
 * @param id the shop's own id, always text
 * @param shop the sender's name for the shop, such as its domain
 * @param number what the customer knows it by, such as "#1001"
 * @param email where to write about this order; may differ from the account's address
 * @param currency ISO 4217
 * @param total what was charged, in {@code currency}
 * @param refunded how much of it went back, in {@code currency}; null when nothing did
 * @param ordersBefore how many orders this customer had placed before, if the shop says so
 * @param gift somebody else gets it
 * @param deliveredAt when the whole order had arrived, as far as it was told of the whole
 * @param returnedAt when all of it had gone back, as far as it was told of the whole
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
        @Nullable BigDecimal refunded,
        @Nullable Integer ordersBefore,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant cancelledAt,
        @Nullable ShippingAddress shipTo,
        boolean gift,
        @Nullable Instant deliveredAt,
        @Nullable Instant returnedAt,
        List<OrderLine> lines) {

    /** An order of which only this is known; say more about it. */
    public static OrderBuilder of(String id, String shop) {
        return new OrderBuilder(id, shop);
    }

    /** The same order, to say more about it. */
    public OrderBuilder but() {
        return new OrderBuilder(this);
    }

    /** The same order under another id. */
    public Order called(String other) {
        return new OrderBuilder(this, other, shop).build();
    }

    /** The same order, told of by this shop. */
    Order from(String teller) {
        return new OrderBuilder(this, id, teller).build();
    }

    /** This order, placed by that customer of ours. */
    public Order by(@Nullable String customer) {
        return but().customerId(customer).build();
    }

    /** Why no journey may start or speak for this order; empty for a normal one. */
    public Optional<String> silence() {
        if (test) {
            return Optional.of("test-order");
        }
        return switch (status) {
            case CANCELLED -> Optional.of("order-cancelled");
            case VOIDED -> Optional.of("order-voided");
            case CREATED, PAID -> isRefunded() ? Optional.of("order-refunded") : Optional.empty();
        };
    }

    /** Whether all the money went back. */
    public boolean isRefunded() {
        return refunded != null && total != null && refunded.signum() > 0 && refunded.compareTo(total) >= 0;
    }

    /** Where the buyer lives, as far as the order tells; a gift goes to somebody else. */
    public Optional<ShippingAddress> home() {
        return gift ? Optional.empty() : Optional.ofNullable(shipTo);
    }

    /** When the last of what has arrived did; empty when nothing has, or nobody told. */
    public Optional<Instant> lastArrival() {
        return Stream.concat(
                        Stream.ofNullable(deliveredAt),
                        lines.stream().flatMap(line -> Stream.ofNullable(line.deliveredAt())))
                .max(Comparator.naturalOrder());
    }

    /** Whether nothing of it is still to come, and something came. */
    public boolean isDelivered() {
        return lines.isEmpty()
                ? deliveredAt != null
                : lines.stream().allMatch(OrderLine::isSettled)
                        && lines.stream().anyMatch(line -> line.deliveredAt() != null);
    }

    /** Whether the customer has what was ordered. */
    public Possession possession() {
        List<OrderLine> all = lines.isEmpty() ? List.of(whole()) : lines;
        if (all.stream().anyMatch(line -> line.deliveredAt() != null && line.returnedAt() == null)) {
            return Possession.KEPT;
        }
        return all.stream().allMatch(line -> line.returnedAt() != null) ? Possession.NOTHING_KEPT : Possession.NOT_YET;
    }

    /** The most precious thing that has arrived and did not go back; empty when there is none. */
    public Optional<OrderLine> mostPreciousKept() {
        return lines.stream()
                .filter(line -> line.ships() && line.deliveredAt() != null && line.returnedAt() == null)
                .max(Comparator.comparing(line -> Objects.requireNonNullElse(line.unitPrice(), BigDecimal.ZERO)));
    }

    /** This order without what tells whose it was: what the books need is left. */
    public Order withoutPerson() {
        return but().customerId(null)
                .email(null)
                .locale(null)
                .ordersBefore(null)
                .shipTo(null)
                .lines(lines.stream().map(OrderLine::withoutPerson).toList())
                .build();
    }

    private OrderLine whole() {
        return new OrderLine(null, null, null, "", null, 1, null).with(deliveredAt, returnedAt);
    }
}
