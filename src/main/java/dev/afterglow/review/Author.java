package dev.afterglow.review;

import dev.afterglow.customer.Customer;
import org.jspecify.annotations.Nullable;

/** How whoever wrote a review is shown to everybody. */
final class Author {

    private Author() {}

    /** The first name and the initial of the last, such as "Ada L."; null when no first name is known. */
    static @Nullable String of(Customer customer) {
        String first = known(customer.firstName());
        String last = known(customer.lastName());
        if (first.isEmpty()) {
            return null;
        }
        String initial = last.isEmpty() ? "" : " " + Character.toString(last.codePointAt(0)) + ".";
        return cut(first) + initial;
    }

    private static String known(@Nullable String name) {
        return name == null ? "" : name.strip();
    }

    private static String cut(String first) {
        return first.codePoints()
                .limit(50)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
