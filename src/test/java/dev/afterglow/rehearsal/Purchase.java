package dev.afterglow.rehearsal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of an example.
 *
 * @param country where it goes; null when that is not known
 */
record Purchase(
        String number,
        BigDecimal total,
        String currency,
        boolean gift,
        boolean test,
        @Nullable String country,
        @Nullable String region,
        List<Line> lines) {

    /** One thing of it. */
    record Line(String title, int quantity, BigDecimal price) {}

    /** In words, for people. */
    String inWords() {
        String what = lines.stream()
                .map(line -> line.quantity() == 1 ? line.title() : line.quantity() + " × " + line.title())
                .collect(Collectors.joining(", "));
        return "Order #%s%s: %s, %s %s."
                .formatted(number, gift ? ", a gift" : "", what, total.toPlainString(), currency);
    }
}
