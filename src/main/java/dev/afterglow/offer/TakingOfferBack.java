package dev.afterglow.offer;

import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a code back that the customer never heard of: it gives nothing any more, and counts for no budget. */
@Service
class TakingOfferBack {

    static final String NOT_TOLD = "not-told";

    private final Offers offers;
    private final Budgets budgets;
    private final Shops shops;

    TakingOfferBack(Offers offers, Budgets budgets, Shops shops) {
        this.offers = offers;
        this.budgets = budgets;
        this.shops = shops;
    }

    /** False when there is nothing to take back (any more). */
    @Transactional
    boolean takeBack(String offerId) {
        boolean taken = offers.takeBack(offerId, NOT_TOLD);
        if (taken) {
            offers.find(offerId).ifPresent(this::giveBack);
        }
        return taken;
    }

    private void giveBack(Offer offer) {
        Shop shop = shops.of(offer.shop());
        YearMonth month = YearMonth.from(offer.issuedAt().atZone(shop.timeZone()));
        budgets.giveBack(offer.shop(), offer.journey(), offer.name(), month);
    }
}
