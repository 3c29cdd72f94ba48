package dev.afterglow.journey;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to enter a journey, and for what. These are also the variables the first step reads.
 *
 * @param businessKey what the run is about, such as the id of an order, a parcel or a customer: a journey runs once for
 *     each
 * @param orderId the order it belongs to, whatever the run is about; rules about orders go by this
 */
public record Entry(
        String businessKey,
        @Nullable String orderId,
        @Nullable String customerId) {}
