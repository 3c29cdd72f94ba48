package dev.afterglow.intake;

import dev.afterglow.order.Order;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the addresses from which no person orders, such as a monitoring's: their orders are tests, whoever tells them. */
@Component
class NotPeople {

    private final List<Pattern> addresses;

    NotPeople(IntakeSettings settings) {
        addresses = settings.notPeople().stream().map(NotPeople::pattern).toList();
    }

    /** The report, with its order marked as a test if no person placed it. */
    Told marked(Told told) {
        Order order = told.order();
        if (order == null || order.test() || !isNobodys(order.email(), accountOf(told))) {
            return told;
        }
        return told.about(order.but().test(true).build());
    }

    private boolean isNobodys(@Nullable String orders, @Nullable String accounts) {
        return Stream.of(orders, accounts)
                .flatMap(Stream::ofNullable)
                .anyMatch(address -> addresses.stream()
                        .anyMatch(pattern -> pattern.matcher(address.strip().toLowerCase(Locale.ROOT))
                                .matches()));
    }

    private static @Nullable String accountOf(Told told) {
        return told.customer() == null ? null : told.customer().email();
    }

    private static Pattern pattern(String told) {
        return Pattern.compile(Stream.of(told.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
