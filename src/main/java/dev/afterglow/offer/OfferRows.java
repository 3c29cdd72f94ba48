package dev.afterglow.offer;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers as rows. */
final class OfferRows {

    private OfferRows() {}

    static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getString("id"),
                new ShopKey(row.getString("shop")),
                new Code(row.getString("code")).shown(),
                row.getString("name"),
                row.getString("journey"),
                row.getString("business_key"),
                row.getString("step"),
                row.getString("customer_id"),
                terms(row),
                Offer.State.of(row.getString("state")),
                row.getString("reason"),
                Instants.required(row, "issued_at"),
                row.getObject("expires_on", LocalDate.class),
                Instants.required(row, "expires_at"),
                Instants.optional(row, "settled_at"),
                row.getString("order_id"),
                row.getBigDecimal("order_amount"),
                row.getString("order_currency"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getBigDecimal("percent"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("minimum"));
    }

    static List<@Nullable Object> params(Offer offer, Code code) {
        return Arrays.asList(
                offer.id(),
                offer.shop().name(),
                code.text(),
                offer.name(),
                offer.journey(),
                offer.businessKey(),
                offer.step(),
                offer.customerId(),
                offer.terms().percent(),
                offer.terms().amount(),
                offer.terms().currency(),
                offer.terms().minimum(),
                Instants.param(offer.issuedAt()),
                offer.expiresOn(),
                Instants.param(offer.expiresAt()));
    }
}
