package dev.afterglow.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An offer, as programs read it.
 *
 * @param state issued, redeemed, expired or void
 * @param expiresOn the last day, in the shop's zone
 * @param expiresAt the moment after it
 * @param discount what comes off the order it was redeemed for
 */
record OfferAnswer(
        String offerId,
        String code,
        String offer,
        String customerId,
        String state,
        @Nullable String reason,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal minimum,
        Instant issuedAt,
        LocalDate expiresOn,
        Instant expiresAt,
        @Nullable Instant redeemedAt,
        @Nullable String order,
        @Nullable BigDecimal discount) {

    static OfferAnswer of(Offer offer, Instant now) {
        Terms terms = offer.terms();
        BigDecimal spent = offer.orderAmount();
        String currency = offer.orderCurrency();
        return new OfferAnswer(
                offer.id(),
                offer.code(),
                offer.name(),
                offer.customerId(),
                offer.at(now).word(),
                offer.reason(),
                terms.percent(),
                terms.amount(),
                terms.currency(),
                terms.minimum(),
                offer.issuedAt(),
                offer.expiresOn(),
                offer.expiresAt(),
                offer.state() == Offer.State.REDEEMED ? offer.settledAt() : null,
                offer.orderId(),
                spent == null || currency == null ? null : terms.discount(spent, currency));
    }
}
