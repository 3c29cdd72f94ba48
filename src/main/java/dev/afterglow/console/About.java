package dev.afterglow.console;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list is asked about: one order, or one customer. */
record About(@Nullable String order, @Nullable String customer) {

    /** Exactly one of the two, or a problem that names them. */
    static About oneOf(@Nullable String order, @Nullable String customer) {
        About about = new About(given(order), given(customer));
        if ((about.order == null) == (about.customer == null)) {
            throw new NotUnderstood("Give exactly one of the query parameters \"order\" and \"customer\".");
        }
        return about;
    }

    <T> List<T> list(Function<String, List<T>> ofOrder, Function<String, List<T>> ofCustomer) {
        if (order != null) {
            return ofOrder.apply(order);
        }
        return customer == null ? List.of() : ofCustomer.apply(customer);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
