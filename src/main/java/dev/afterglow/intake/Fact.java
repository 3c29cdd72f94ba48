package dev.afterglow.intake;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Consent;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sender told beside orders and people, in our own words. */
public sealed interface Fact {

    /** These lines of the order arrived; none named: all of it. */
    record Delivered(List<String> lineIds) implements Fact {}

    /** These lines of the order went back, or their money did; none named: all of it. */
    record Returned(List<String> lineIds) implements Fact {}

    /** Goods leave the shop. */
    record Shipped(Shipment shipment) implements Fact {}

    /** A carrier or the shop saw a parcel; it may be one nobody has told us of yet. */
    record Scanned(ParcelName parcel, Scan scan) implements Fact {}

    /** A parcel was said to arrive on a day. */
    record Promised(ParcelName parcel, Promise promise) implements Fact {}

    /** All of an order was said to arrive on a day. */
    record OrderPromised(String orderId, Promise promise) implements Fact {}

    /** Money went back. */
    record Refunded(Refund refund) implements Fact {}

    /** The day the person was born on. */
    record Born(Birthday birthday) implements Fact {}

    /** The person said something about being written to. */
    record Said(Consent consent) implements Fact {}

    /**
     * The person, or who bought that order, waits for an answer.
     *
     * @param id the sender's own id of the case, with the sender's name
     */
    record CaseOpened(String id, @Nullable String orderId) implements Fact {}

    /** The person, or who bought that order, got an answer. */
    record CaseClosed(String id, @Nullable String orderId) implements Fact {}

    /** True when it is about goods, and would be the same whoever bought them. */
    default boolean isAboutGoods() {
        return switch (this) {
            case Delivered delivered -> true;
            case Returned returned -> true;
            case Shipped shipped -> true;
            case Scanned scanned -> true;
            case Promised promised -> true;
            case OrderPromised promised -> true;
            case Refunded refunded -> true;
            case Born born -> false;
            case Said said -> false;
            case CaseOpened opened -> false;
            case CaseClosed closed -> false;
        };
    }
}
