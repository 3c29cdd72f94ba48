package dev.afterglow.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an {@link Order} together; what is not said is not known. */
public final class OrderBuilder {

    private final String id;
    private final String shop;
    private @Nullable String number;
    private @Nullable String customerId;
    private OrderStatus status = OrderStatus.CREATED;
    private boolean test;
    private @Nullable String email;
    private @Nullable String locale;
    private @Nullable String currency;
    private @Nullable BigDecimal total;
    private @Nullable BigDecimal refunded;
    private @Nullable Integer ordersBefore;
    private @Nullable Instant placedAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant cancelledAt;
    private @Nullable ShippingAddress shipTo;
    private boolean gift;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant returnedAt;
    private List<OrderLine> lines = List.of();

    OrderBuilder(String id, String shop) {
        this.id = id;
        this.shop = shop;
    }

    OrderBuilder(Order known) {
        this(known, known.id(), known.shop());
    }

    OrderBuilder(Order known, String id, String shop) {
        this(id, shop);
        number = known.number();
        customerId = known.customerId();
        status = known.status();
        test = known.test();
        email = known.email();
        locale = known.locale();
        currency = known.currency();
        total = known.total();
        refunded = known.refunded();
        ordersBefore = known.ordersBefore();
        placedAt = known.placedAt();
        paidAt = known.paidAt();
        cancelledAt = known.cancelledAt();
        shipTo = known.shipTo();
        gift = known.gift();
        deliveredAt = known.deliveredAt();
        returnedAt = known.returnedAt();
        lines = known.lines();
    }

    /** What the customer knows it by. */
    public OrderBuilder number(@Nullable String said) {
        number = said;
        return this;
    }

    /** Who bought it, by our id. */
    public OrderBuilder customerId(@Nullable String said) {
        customerId = said;
        return this;
    }

    public OrderBuilder status(OrderStatus said) {
        status = said;
        return this;
    }

    /** Whether nobody really bought anything. */
    public OrderBuilder test(boolean said) {
        test = said;
        return this;
    }

    /** Where to write about it. */
    public OrderBuilder email(@Nullable String said) {
        email = said;
        return this;
    }

    /** The language it was bought in, a BCP 47 tag. */
    public OrderBuilder locale(@Nullable String said) {
        locale = said;
        return this;
    }

    /** What was charged. */
    public OrderBuilder total(@Nullable BigDecimal said, @Nullable String inCurrency) {
        total = said;
        currency = inCurrency;
        return this;
    }

    /** How much of that went back. */
    public OrderBuilder refunded(@Nullable BigDecimal said) {
        refunded = said;
        return this;
    }

    /** How many orders came before it, by the shop's count. */
    public OrderBuilder ordersBefore(@Nullable Integer said) {
        ordersBefore = said;
        return this;
    }

    public OrderBuilder placedAt(@Nullable Instant said) {
        placedAt = said;
        return this;
    }

    public OrderBuilder paidAt(@Nullable Instant said) {
        paidAt = said;
        return this;
    }

    public OrderBuilder cancelledAt(@Nullable Instant said) {
        cancelledAt = said;
        return this;
    }

    /** Where it goes. */
    public OrderBuilder shipTo(@Nullable ShippingAddress said) {
        shipTo = said;
        return this;
    }

    /** Whether somebody else gets it. */
    public OrderBuilder gift(boolean said) {
        gift = said;
        return this;
    }

    /** When the whole order had arrived. */
    public OrderBuilder deliveredAt(@Nullable Instant said) {
        deliveredAt = said;
        return this;
    }

    /** When all of it had gone back. */
    public OrderBuilder returnedAt(@Nullable Instant said) {
        returnedAt = said;
        return this;
    }

    public OrderBuilder lines(List<OrderLine> said) {
        lines = List.copyOf(said);
        return this;
    }

    public Order build() {
        return new Order(
                id,
                shop,
                number,
                customerId,
                status,
                test,
                email,
                locale,
                currency,
                total,
                refunded,
                ordersBefore,
                placedAt,
                paidAt,
                cancelledAt,
                shipTo,
                gift,
                deliveredAt,
                returnedAt,
                lines);
    }
}
