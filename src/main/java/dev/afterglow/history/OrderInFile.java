package dev.afterglow.history;

import dev.afterglow.history.file.Cells;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.Countries;
import dev.afterglow.history.file.WrongCell;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of an order tell of it. */
final class OrderInFile {

    private OrderInFile() {}

    /**
     * The order as a whole; {@code cells} are those of all its rows together.
     *
     * @param currency of amounts that name none
     */
    static Order order(
            String id,
            String sender,
            Cells cells,
            List<OrderLine> lines,
            @Nullable String currency,
            Objections objections) {
        BigDecimal total = cells.amount(Column.TOTAL);
        String said = cells.currency(Column.CURRENCY);
        return Order.of(id, sender)
                .number(cells.text(Column.ORDER_NUMBER, 100))
                .status(status(cells, objections))
                .email(email(cells))
                .total(total == null ? sum(lines) : total, said == null ? currency : said)
                .placedAt(cells.instant(Column.PLACED_AT))
                .paidAt(cells.instant(Column.PAID_AT))
                .cancelledAt(cells.instant(Column.CANCELLED_AT))
                .shipTo(address(cells, objections))
                .lines(lines)
                .build();
    }

    /** One line; the number stands in for its id where the shop has none. */
    static OrderLine line(Cells cells, int number) {
        Integer quantity = Objects.requireNonNullElse(cells.number(Column.QUANTITY), 1);
        if (quantity < 1) {
            throw new WrongCell(Column.QUANTITY, "must be 1 or more: nothing was sold");
        }
        BigDecimal price = cells.amount(Column.PRICE);
        if (price != null && price.signum() < 0) {
            throw new WrongCell(Column.PRICE, "must not be below 0");
        }
        String sku = cells.id(Column.SKU);
        String product = cells.id(Column.PRODUCT_ID);
        String title = cells.text(Column.TITLE, 500);
        String name = title != null ? title : sku != null ? sku : product;
        if (name == null) {
            throw new WrongCell(Column.TITLE, "is missing");
        }
        String id = cells.id(Column.LINE_ID);
        return new OrderLine(
                id == null ? String.valueOf(number) : id,
                product,
                sku,
                name,
                cells.text(Column.VARIANT, 500),
                quantity,
                price);
    }

    private static @Nullable BigDecimal sum(List<OrderLine> lines) {
        if (lines.stream().anyMatch(line -> line.unitPrice() == null)) {
            return null;
        }
        return lines.stream()
                .map(line -> Objects.requireNonNull(line.unitPrice()).multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static OrderStatus status(Cells cells, Objections objections) {
        if (cells.row().text(Column.CANCELLED_AT) != null) {
            return OrderStatus.CANCELLED;
        }
        String text = cells.row().text(Column.STATUS);
        if (text == null) {
            return OrderStatus.PAID;
        }
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
            case "paid", "completed", "complete", "processing", "fulfilled", "shipped", "delivered", "closed" ->
                OrderStatus.PAID;
            case "partiallypaid", "partiallyrefunded", "refunded" -> OrderStatus.PAID;
            case "pending", "authorized", "onhold", "unpaid", "open", "new", "created" -> OrderStatus.CREATED;
            case "cancelled", "canceled" -> OrderStatus.CANCELLED;
            case "voided", "failed", "expired" -> OrderStatus.VOIDED;
            default -> unknown(cells, objections);
        };
    }

    private static OrderStatus unknown(Cells cells, Objections objections) {
        objections.leaveOut(cells.row(), Column.STATUS, "is none we know; the order was taken as paid");
        return OrderStatus.PAID;
    }

    private static @Nullable String email(Cells cells) {
        String email = cells.row().text(Column.EMAIL);
        return email == null || email.length() > 320 || email.indexOf('@') < 1 ? null : email;
    }

    private static @Nullable ShippingAddress address(Cells cells, Objections objections) {
        String street = cells.text(Column.SHIP_STREET, 1000);
        String postcode = cells.text(Column.SHIP_POSTCODE, 40);
        ShippingAddress to = new ShippingAddress(
                cells.text(Column.SHIP_NAME, 200),
                street == null ? List.of() : List.of(street),
                cells.text(Column.SHIP_CITY, 200),
                postcode == null ? null : postcode.replace("'", ""),
                cells.text(Column.SHIP_REGION, 100),
                objections.orLeaveOut(cells.row(), () -> country(cells)));
        return to.equals(ShippingAddress.in(null, null)) ? null : to;
    }

    private static @Nullable String country(Cells cells) {
        String text = cells.row().text(Column.SHIP_COUNTRY);
        return text == null
                ? null
                : Countries.code(text)
                        .orElseThrow(
                                () -> new WrongCell(Column.SHIP_COUNTRY, "must be a country such as DE or Germany"));
    }
}
