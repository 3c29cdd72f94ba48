package dev.afterglow.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line that says when and what: {@code day 3 14:00: order.delivered}, with more about it below.
 *
 * @param rest what stands below
 */
record Timed(When when, Written what, Map<String, Written> rest) {

    /**
     * Reads it.
     *
     * @param such what can stand behind the time
     */
    static Timed read(Written item, String such) {
        if (item.isText()) {
            throw item.refuse("here must stand a time and, behind a colon, %s".formatted(such));
        }
        Map<String, Written> rest = new LinkedHashMap<>(item.named());
        String first =
                rest.keySet().stream().findFirst().orElseThrow(() -> item.refuse("here must stand " + When.SUCH));
        Written what = rest.remove(first);
        try {
            return new Timed(When.parse(first), what, rest);
        } catch (IllegalArgumentException e) {
            throw item.refuse("\"%s\" must be %s".formatted(first, When.SUCH));
        }
    }
}
