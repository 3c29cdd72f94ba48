package dev.afterglow.offer;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes for the shop's till: look one up, redeem it; and what one customer was given. */
@RestController
class OffersApi {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_ORDER = 150;
    private static final int MOST_DIGITS = 15;
    private static final int FINEST = 4;

    private final Redeeming redeeming;
    private final Till till;
    private final Offers offers;
    private final Clock clock;

    OffersApi(Redeeming redeeming, Till till, Offers offers, Clock clock) {
        this.redeeming = redeeming;
        this.till = till;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * An order that a code is redeemed for.
     *
     * @param order the shop's own id of it
     * @param amount what it costs before the code
     * @param visitor who typed the code, by whatever name the shop gives them; wrong codes count for them, not for the shop
     */
    record Asked(
            @Nullable String order,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String visitor) {}

    record Found(List<OfferAnswer> offers) {}

    /** What one customer was given. */
    @GetMapping("/api/offers")
    Found of(@RequestParam String customer) {
        return new Found(offers.of(customer).stream()
                .map(offer -> OfferAnswer.of(offer, clock.instant()))
                .toList());
    }

    /** What a code gives and where it stands; changes nothing. */
    @GetMapping("/api/offers/{code}")
    OfferAnswer lookUp(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String visitor,
            HttpServletRequest request) {
        return OfferAnswer.of(till.find(code, visitor, request), clock.instant());
    }

    /** Redeems a code for an order; the same order again gets the same answer. */
    @PostMapping("/api/offers/{code}/redemption")
    OfferAnswer redeem(@PathVariable String code, @RequestBody Asked asked, HttpServletRequest request) {
        Redemption wanted = wanted(asked);
        Code known = till.code(code, asked.visitor(), request);
        return switch (redeeming.redeem(known, wanted)) {
            case Redeeming.Answer.Yes(Offer offer) -> OfferAnswer.of(offer, clock.instant());
            case Redeeming.Answer.No(Objection objection) -> throw till.refused(objection, asked.visitor(), request);
        };
    }

    private static Redemption wanted(Asked asked) {
        String order = asked.order();
        BigDecimal amount = asked.amount();
        String currency = asked.currency();
        if (order == null || order.isBlank() || order.length() > LONGEST_ORDER) {
            throw NotRedeemable.wrongShape("\"order\" must be the id of the order.");
        }
        if (amount == null || amount.signum() < 0 || amount.scale() > FINEST || digits(amount) > MOST_DIGITS) {
            throw NotRedeemable.wrongShape("\"amount\" must be what the order costs, such as 49.90.");
        }
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw NotRedeemable.wrongShape("\"currency\" must be like EUR.");
        }
        return new Redemption(order, amount, currency);
    }

    private static int digits(BigDecimal amount) {
        return amount.precision() - amount.scale();
    }
}
