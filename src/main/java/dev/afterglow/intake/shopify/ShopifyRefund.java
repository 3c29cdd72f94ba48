package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads money that went back. Source: Shopify, "Refund"
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/refund).
 */
final class ShopifyRefund {

    private ShopifyRefund() {}

    static Told told(ShopifyReport report) {
        Field body = report.root();
        String order = body.at("order_id").requiredId();
        Instant at = ShopifyTime.of(report, body, "processed_at", "created_at");
        return report.about(body.at("id").requiredId())
                .facts(List.of(new Fact.Refunded(refund(body, order, at))))
                .as("refund.told", order, at);
    }

    /** The refund, of that order when it does not say so itself. */
    static Refund refund(Field body, String order, Instant toldAt) {
        return new Refund(
                body.object().at("id").requiredId(),
                order,
                ShopifyTime.of(toldAt, body, "processed_at", "created_at"),
                amount(body).orElse(null),
                body.at("note").text(300),
                lines(body));
    }

    /** The goods it was for. */
    static List<Refund.Line> lines(Field body) {
        return body.at("refund_line_items").items().stream()
                .map(line -> new Refund.Line(
                        line.at("line_item_id").requiredId(),
                        Objects.requireNonNullElse(line.at("quantity").number(), 0),
                        withTax(line)))
                .toList();
    }

    private static @Nullable BigDecimal withTax(Field line) {
        BigDecimal subtotal = ShopifyMoney.of(line, "subtotal").amount();
        BigDecimal tax = ShopifyMoney.of(line, "total_tax").amount();
        return subtotal == null || tax == null ? subtotal : subtotal.add(tax);
    }

    // why: only what a payment provider has done counts as money back; a refund may be promised or fail, too.
    private static Optional<BigDecimal> amount(Field body) {
        return body.at("transactions").items().stream()
                .filter(one -> "refund".equals(one.at("kind").text(40)))
                .filter(one -> "success".equals(one.at("status").text(40)))
                .flatMap(one -> Stream.ofNullable(one.at("amount").amount()))
                .map(BigDecimal::abs)
                .reduce(BigDecimal::add);
    }
}
