package dev.afterglow.console;

import dev.afterglow.offer.Offer;
import dev.afterglow.offer.Offers;
import dev.afterglow.offer.Terms;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes a customer was given, in plain words. */
@Component
class GivenCodes {

    private static final int SHOWN = 4;

    private final Offers offers;
    private final Clock clock;

    GivenCodes(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * One code.
     *
     * @param hidden its last signs only, for those who may not spend it
     * @param gives such as "15 % off from €30.00"
     * @param order what it was redeemed for
     */
    record Line(
            String code,
            String hidden,
            String gives,
            String state,
            Tone tone,
            LocalDate expiresOn,
            @Nullable Instant settledAt,
            @Nullable String order) {}

    /** All of them, newest first. */
    List<Line> of(String customerId) {
        return offers.of(customerId).stream().map(this::line).toList();
    }

    private Line line(Offer offer) {
        String code = offer.code();
        String order = offer.orderId();
        return new Line(
                code,
                "····-····-" + code.substring(code.length() - SHOWN),
                gives(offer.terms()),
                state(offer),
                tone(offer),
                offer.expiresOn(),
                offer.settledAt(),
                order == null ? null : offer.shop().own(order));
    }

    private static String gives(Terms terms) {
        BigDecimal percent = terms.percent();
        String off =
                percent == null ? Money.readable(terms.amount(), terms.currency()) : percent.toPlainString() + " %";
        return terms.minimum() == null
                ? off + " off"
                : off + " off from " + Money.readable(terms.minimum(), terms.currency());
    }

    private String state(Offer offer) {
        return switch (offer.at(clock.instant())) {
            case ISSUED -> "can be redeemed";
            case REDEEMED -> "redeemed";
            case EXPIRED -> "expired";
            case VOID -> "taken back";
        };
    }

    private Tone tone(Offer offer) {
        return switch (offer.at(clock.instant())) {
            case ISSUED -> Tone.WAITING;
            case REDEEMED -> Tone.GOOD;
            case EXPIRED, VOID -> Tone.QUIET;
        };
    }
}
