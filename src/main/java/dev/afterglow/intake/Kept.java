package dev.afterglow.intake;

import org.jspecify.annotations.Nullable;

/**
 * What became of a fact.
 *
 * @param customer whom it concerns, by our id
 * @param orderId which order it is about, as far as it is known
 * @param remark what is odd about it, such as {@code late}
 * @param waitsFor the name of a parcel nobody has told us of yet
 */
record Kept(
        @Nullable String customer,
        @Nullable String orderId,
        @Nullable String remark,
        @Nullable String waitsFor) {

    static final String DATED_AHEAD = "dated-ahead";

    static Kept about(@Nullable String customer, @Nullable String orderId) {
        return new Kept(customer, orderId, null, null);
    }
}
