package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.util.List;
import java.util.Optional;

/** An address that bounced is left alone, and who called us spam gets no marketing. */
final class NotToSuppressedAddresses implements Policy {

    private final Suppressions suppressions;
    private final Shops shops;

    NotToSuppressedAddresses(Suppressions suppressions, Shops shops) {
        this.suppressions = suppressions;
        this.shops = shops;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        ShopKey shop = matter.question().audience().shop(shops).key();
        return Optional.ofNullable(matter.question().address())
                .flatMap(address -> suppressions.find(shop, matter.channel(), address))
                .flatMap(known -> against(known, matter.marketing()));
    }

    private static Optional<Objection> against(Suppression known, boolean marketing) {
        if (!known.endsOnlyMarketing()) {
            return Reason.SUPPRESSED.silence();
        }
        return marketing ? Reason.COMPLAINED.silence() : Optional.empty();
    }

    @Override
    public String says() {
        return "Leaves addresses alone that bounced for good or that the provider refuses; after a complaint or an"
                + " unsubscribing that outlived the customer's data, only marketing ends.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.SUPPRESSED, Reason.COMPLAINED);
    }
}
