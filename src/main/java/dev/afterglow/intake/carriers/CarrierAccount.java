package dev.afterglow.intake.carriers;

import dev.afterglow.intake.Told;
import dev.afterglow.intake.providers.Proof;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.shop.ShopKey;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/**
 * An account at a carrier platform.
 *
 * @param sender under which its reports are kept, such as {@code aftership} or {@code aftership:blue}
 * @param secrets any of which may have signed
 * @param zone of times that say none, at places nobody knows
 * @param namesOrders whether the order a tracker names is one of ours
 */
public record CarrierAccount(String sender, List<String> secrets, ShopKey shop, ZoneId zone, boolean namesOrders) {

    /**
     * This account, if what came is from it.
     *
     * @param proof whether a secret proves that
     * @param otherwise the sentence that is answered if none does
     */
    public CarrierAccount provenBy(Predicate<String> proof, String otherwise) {
        if (!isProven(proof)) {
            throw Strangers.refused(otherwise);
        }
        return this;
    }

    /** Whether one of the secrets proves it; all are tried, so that the time it takes does not tell which. */
    boolean isProven(Predicate<String> proof) {
        boolean proven = false;
        for (String secret : secrets) {
            proven |= Proof.isConfigured(secret) && proof.test(secret);
        }
        return proven;
    }

    /** What this account told of a parcel. */
    public Told told(Tracking tracking, String body) {
        return Told.by(sender, tracking.id(), tracking.contentHash())
                .of(shop)
                .body(body)
                .facts(tracking.facts(namesOrders))
                .as("parcel.scanned", tracking.parcel().number(), tracking.at());
    }

    // why: a secret that is never printed is never in a log.
    @Override
    public String toString() {
        return "CarrierAccount[sender=" + sender + "]";
    }
}
