package dev.afterglow.privacy;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.privacy.KnownAddresses.Known;
import dev.afterglow.shop.ShopKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the one thing that must be known of an erased person's addresses: that nothing goes there. */
@Component
class LeavingAlone {

    private final KnownAddresses known;
    private final Customers customers;
    private final Consents consents;
    private final Suppressions suppressions;

    LeavingAlone(KnownAddresses known, Customers customers, Consents consents, Suppressions suppressions) {
        this.known = known;
        this.customers = customers;
        this.consents = consents;
        this.suppressions = suppressions;
    }

    /** From now on nothing goes from this shop to these people's addresses; tells how many those are. */
    int leaveAlone(ShopKey shop, List<String> ids) {
        List<Known> theirs = known.of(ids).stream()
                .filter(one -> !isSomebodyElsesToo(shop, one, ids))
                .toList();
        theirs.forEach(one -> suppress(shop, one, Suppression.ERASED));
        Set<String> unwanted = channelsOnceRefused(ids);
        theirs.stream()
                .filter(one -> unwanted.contains(one.channel()))
                .forEach(one -> suppress(shop, one, Suppression.UNSUBSCRIBED));
        return theirs.size();
    }

    private void suppress(ShopKey shop, Known one, String reason) {
        suppressions.suppress(shop, one.channel(), one.address(), reason, "erasure");
    }

    // why: who said no to marketing and comes back later has still said no, although that is forgotten otherwise.
    private Set<String> channelsOnceRefused(List<String> ids) {
        return ids.stream()
                .flatMap(id -> consents.current(id).stream())
                .filter(consent -> consent.state() == Consent.State.WITHDRAWN)
                .map(Consent::channel)
                .collect(Collectors.toSet());
    }

    /** The keyed hash of the e-mail address; null when there is none. */
    @Nullable
    String fingerprint(List<String> ids) {
        return known.of(ids).stream()
                .filter(one -> one.channel().equals("email"))
                .findFirst()
                .map(one -> suppressions.fingerprint(one.channel(), one.address()))
                .orElse(null);
    }

    // why: two people may share a telephone, and only one of them wants to be forgotten.
    private boolean isSomebodyElsesToo(ShopKey shop, Known one, List<String> ids) {
        return customers.at(shop, one.channel(), one.address()).stream().anyMatch(id -> !ids.contains(id));
    }
}
