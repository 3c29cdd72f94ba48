package dev.afterglow.order;

import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All shipments, their parcels, and what was seen of them. */
@Repository
public class Parcels {

    /** Keeps what the shop said of a shipment; the latest it said counts. Its order may not be known yet. */
    @Transactional
    public void keep(Shipment told) {
        throw new UnsupportedOperationException(told.id());
    }

    /** Keeps what somebody saw of a parcel, which may not be known yet. */
    @Transactional
    public void keep(ParcelName parcel, Scan seen) {
        throw new UnsupportedOperationException(parcel + " " + seen);
    }

    /** Keeps a day on which a parcel was said to arrive. */
    @Transactional
    public void keep(ParcelName parcel, Promise promise) {
        throw new UnsupportedOperationException(parcel + " " + promise);
    }

    /** Keeps a day on which all of an order was said to arrive. */
    @Transactional
    public void keep(String orderId, Promise promise) {
        throw new UnsupportedOperationException(orderId + " " + promise);
    }
}
