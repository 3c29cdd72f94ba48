package dev.afterglow.history;

import dev.afterglow.customer.Customers;
import dev.afterglow.history.file.Cells;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.Group;
import dev.afterglow.history.file.Row;
import dev.afterglow.history.file.WrongCell;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Told;
import dev.afterglow.journey.Events;
import dev.afterglow.order.Purchases;
import dev.afterglow.order.Purchases.Purchase;
import dev.afterglow.order.Refund;
import dev.afterglow.shop.ShopKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds what a cancelling invoice takes back: its number is a C with digits, its quantities are below zero, and it names
 * the goods, not the order. Each of its rows is a refund of what the customer bought of these goods last before it.
 */
@Service
class CancelledGoods {

    private static final Pattern NUMBER = Pattern.compile("[Cc]\\d+");
    private static final String TYPE = "refund.imported";

    private final Purchases purchases;
    private final Customers customers;
    private final Events events;

    CancelledGoods(Purchases purchases, Customers customers, Events events) {
        this.purchases = purchases;
        this.customers = customers;
        this.events = events;
    }

    boolean isOne(Group group) {
        return group.order() != null && NUMBER.matcher(group.order()).matches();
    }

    /** What one row of it tells. What the rows before it took back must be stored. */
    Understood of(Group group, int place, Understanding reading) {
        Row row = group.rows().get(place);
        try {
            Told refund = told(group.order() + "/" + (place + 1), row, reading);
            return new Understood(List.of(refund), List.of(row), List.of());
        } catch (WrongCell wrong) {
            Refused refused = new Refused(row.line(), row.item(), wrong.column().word(), wrong.reason(), true);
            return new Understood(List.of(), List.of(), List.of(refused));
        }
    }

    // why: two rows of one invoice may say the same and mean two refunds; their places tell them apart.
    private Told told(String id, Row row, Understanding reading) {
        if (row.trouble() != null) {
            throw new WrongCell(Column.ORDER_NUMBER, row.trouble());
        }
        Cells cells = reading.cells(row);
        Instant at = required(cells.instant(Column.PLACED_AT), Column.PLACED_AT);
        String hash = reading.hash(List.of(row), id);
        if (events.duplicateOf(reading.sender(), hash, hash).isPresent()) {
            // why: what it takes back is refunded by now, and would not be found again.
            return reading.told(hash).as(TYPE, id, at);
        }
        Refund refund = refund(id, cells, at, reading.manner());
        return reading.told(hash).facts(List.of(new Fact.Refunded(refund))).as(TYPE, refund.orderId(), at);
    }

    private Refund refund(String id, Cells cells, Instant at, Manner manner) {
        int quantity = required(cells.number(Column.QUANTITY), Column.QUANTITY);
        if (quantity >= 0) {
            throw new WrongCell(Column.QUANTITY, "must be below 0 on an invoice that cancels");
        }
        if (manner.dryRun()) {
            return new Refund(id, "", at, null, null, List.of());
        }
        ShopKey shop = manner.shop();
        Purchase bought = purchases.before(customer(cells, shop), sku(cells), at).stream()
                .filter(purchase -> purchase.quantity() >= -quantity)
                .findFirst()
                .orElseThrow(() -> new WrongCell(
                        Column.SKU, "is cancelled, but the customer bought none, or not so many in one order, before"));
        BigDecimal price = bought.unitPrice();
        BigDecimal amount = price == null ? null : price.multiply(BigDecimal.valueOf(-quantity));
        return new Refund(
                id,
                shopsOwn(bought.orderId(), shop),
                at,
                amount,
                "cancelled",
                List.of(new Refund.Line(bought.lineId(), -quantity, amount)));
    }

    private String customer(Cells cells, ShopKey shop) {
        String id = cells.id(Column.CUSTOMER_ID);
        if (id == null) {
            throw new WrongCell(Column.CUSTOMER_ID, "is missing: what is cancelled cannot be found without");
        }
        return customers
                .account(shop, shop.own(id))
                .orElseThrow(() -> new WrongCell(Column.CUSTOMER_ID, "is nobody who bought anything before"));
    }

    private static String sku(Cells cells) {
        return required(cells.id(Column.SKU), Column.SKU);
    }

    /** The id without the shop's name before it, for that is added again. */
    private static String shopsOwn(String id, ShopKey shop) {
        return id.substring(shop.own("").length());
    }

    private static <T> T required(@Nullable T value, Column column) {
        if (value == null) {
            throw new WrongCell(column, "is missing");
        }
        return value;
    }
}
