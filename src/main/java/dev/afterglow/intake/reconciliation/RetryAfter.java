package dev.afterglow.intake.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a shop wants to be left alone, in seconds or until a date (RFC 9110, 10.2.3); Shopify says parts of seconds. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** No time if it does not say; never more than an hour. */
    static Duration of(HttpHeaders headers, Instant now) {
        Duration said = headers.firstValue("Retry-After")
                .map(value -> read(value.strip(), now))
                .orElse(Duration.ZERO);
        return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    private static Duration read(String value, Instant now) {
        try {
            if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                return Duration.ofSeconds(
                        new BigDecimal(value).setScale(0, RoundingMode.CEILING).longValueExact());
            }
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, until);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
