package dev.afterglow.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0 | PT2S",
                "0.3 | PT1S",
                "90 | PT1M30S",
                "Sun, 10 May 2026 09:02:00 GMT | PT2M",
                "Sun, 10 May 2026 08:00:00 GMT | PT0S",
                "999999999 | PT1H",
                "-5 | PT0S",
                "soon | PT0S"
            })
    void aShopSaysHowLong(String said, Duration expected) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(said)), (name, value) -> true);

        assertThat(RetryAfter.of(headers, NOW)).isEqualTo(expected);
    }

    @Test
    void orItDoesNot() {
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isZero();
    }
}
