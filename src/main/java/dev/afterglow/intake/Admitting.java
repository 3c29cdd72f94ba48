package dev.afterglow.intake;

import org.springframework.stereotype.Component;

/** Brings a report to the form it is kept in: of a shop there is, by ids that are unique here, of people only. */
@Component
class Admitting {

    private final KnownShops shops;
    private final NotPeople notPeople;

    Admitting(KnownShops shops, NotPeople notPeople) {
        this.shops = shops;
        this.notPeople = notPeople;
    }

    /** @throws Refusal when it is of no shop here */
    Told admitted(Told told) {
        return notPeople.marked(Within.itsShop(shops.admitted(told)));
    }
}
