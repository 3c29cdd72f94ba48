package dev.afterglow.offer;

import dev.afterglow.messaging.Offering;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What words may say of the code a run gave. */
@Component
class OfferWords implements Offering {

    private static final List<Name> NAMES = List.of(
            new Name("code", "the code, in groups with hyphens", "7K2M-94QX-B3TD"),
            new Name("percent", "how many percent it takes off; a number, and empty when it is an amount", 15),
            new Name("amount", "how much it takes off; empty when it is percent", new Money(BigDecimal.TEN, "EUR")),
            new Name(
                    "minimum",
                    "what has to be spent; empty when that does not matter",
                    new Money(BigDecimal.valueOf(40), "EUR")),
            new Name("expires_on", "the last day it can be redeemed; a date", LocalDate.of(2030, 6, 30)));

    private final Offers offers;

    OfferWords(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String prefix() {
        return "offer";
    }

    @Override
    public List<Name> names() {
        return NAMES;
    }

    @Override
    public Map<String, Object> values(About about) {
        return offers.givenBy(about.journey(), about.businessKey())
                .map(OfferWords::values)
                .orElseGet(Map::of);
    }

    private static Map<String, Object> values(Offer offer) {
        Terms terms = offer.terms();
        Map<String, Object> values = new HashMap<>();
        values.put("code", offer.code());
        values.put("expires_on", offer.expiresOn());
        if (terms.percent() != null) {
            values.put("percent", terms.percent());
        }
        if (terms.amount() != null) {
            values.put("amount", new Money(terms.amount(), Objects.requireNonNull(terms.currency())));
        }
        if (terms.minimum() != null) {
            values.put("minimum", new Money(terms.minimum(), Objects.requireNonNull(terms.currency())));
        }
        return values;
    }
}
