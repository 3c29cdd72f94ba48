package dev.afterglow.console;

import dev.afterglow.messaging.Reader;
import dev.afterglow.messaging.Reader.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to look at, as it stands in the page's address. What is left out is chosen for them.
 *
 * @param channel such as {@code email}
 * @param locale the language of one of the files
 * @param sample the id of a sample; not with an order or a customer
 */
record PreviewRequest(
        @Nullable String channel,
        @Nullable String locale,
        @Nullable String sample,
        @Nullable String order,
        @Nullable String customer) {

    /** Who is to read it; without anybody, this sample. */
    Reader reader(String usual) {
        if (order != null && !order.isBlank()) {
            return new Reader(Kind.ORDER, order);
        }
        if (customer != null && !customer.isBlank()) {
            return new Reader(Kind.CUSTOMER, customer);
        }
        return new Reader(Kind.SAMPLE, sample == null || sample.isBlank() ? usual : sample);
    }
}
