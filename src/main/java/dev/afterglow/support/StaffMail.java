package dev.afterglow.support;

import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way to the people who see to cases. Nothing about the customer goes along, only where to read it. */
public interface StaffMail {

    /**
     * Tells them, at once; told twice, the two are the same mail.
     *
     * @throws dev.afterglow.journey.TransientFailure when it did not leave, and may do so later
     */
    void send(Call call);

    /**
     * What they are told.
     *
     * @param to the address
     * @param shop in whose name they are told
     * @param dueAt the deadline it is about
     */
    record Call(
            String to,
            Calling why,
            String caseId,
            ShopKey shop,
            @Nullable String reason,
            @Nullable String owner,
            Instant dueAt) {}
}
