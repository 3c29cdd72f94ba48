package dev.afterglow.console;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much came in from whom, hour by hour of the last day. */
@Repository
class SenderRates {

    static final int HOURS = 24;
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final int HEIGHT = 32;

    private static final String COUNTS = """
            select sender, cast(floor(extract(epoch from received_at) / 3600) as bigint) as hour_number, outcome,
              count(*) as many, max(received_at) as last_at
            from events where received_at >= ? group by sender, hour_number, outcome
            """;

    /**
     * A sender's day.
     *
     * @param bars the parts of the picture, 10 wide and 32 high for each hour
     */
    record Rate(String sender, long taken, long ignored, long refused, Instant lastAt, List<Bar> bars) {

        /** The picture in words. */
        public String summary() {
            return "%s: %d events in the last 24 hours, %d of them ignored and %d refused"
                    .formatted(sender, taken + ignored + refused, ignored, refused);
        }

        public long all() {
            return taken + ignored + refused;
        }
    }

    /** A part of the picture. */
    record Bar(int x, String y, String height, Tone tone) {}

    private record Count(String sender, int hour, Tone tone, long many, Instant lastAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SenderRates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One for each sender who sent something, by name. */
    List<Rate> lastDay() {
        long first = clock.instant().getEpochSecond() / HOUR - HOURS + 1;
        Map<String, List<Count>> bySender = new TreeMap<>();
        jdbc.sql(COUNTS)
                .param(Instants.param(Instant.ofEpochSecond(first * HOUR)))
                .query((row, number) -> new Count(
                        row.getString("sender"),
                        Math.clamp(row.getLong("hour_number") - first, 0, HOURS - 1),
                        tone(row.getString("outcome")),
                        row.getLong("many"),
                        Instants.required(row, "last_at")))
                .list()
                .forEach(count -> bySender.computeIfAbsent(count.sender(), any -> new ArrayList<>())
                        .add(count));
        return bySender.entrySet().stream()
                .map(one -> rate(one.getKey(), one.getValue()))
                .toList();
    }

    private static Rate rate(String sender, List<Count> counts) {
        return new Rate(
                sender,
                sum(counts, Tone.GOOD),
                sum(counts, Tone.QUIET),
                sum(counts, Tone.TROUBLE),
                counts.stream().map(Count::lastAt).max(Instant::compareTo).orElseThrow(),
                bars(counts));
    }

    private static List<Bar> bars(List<Count> counts) {
        long highest = 1;
        for (int hour = 0; hour < HOURS; hour++) {
            highest = Math.max(highest, inHour(counts, hour, Tone.values()));
        }
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            long below = 0;
            for (Tone tone : List.of(Tone.GOOD, Tone.QUIET, Tone.TROUBLE)) {
                long many = inHour(counts, hour, tone);
                if (many > 0) {
                    bars.add(new Bar(
                            hour * 10,
                            tenths(HEIGHT - HEIGHT * 1.0 * (below + many) / highest),
                            tenths(HEIGHT * 1.0 * many / highest),
                            tone));
                }
                below += many;
            }
        }
        return bars;
    }

    private static long inHour(List<Count> counts, int hour, Tone... tones) {
        return counts.stream()
                .filter(count -> count.hour() == hour && List.of(tones).contains(count.tone()))
                .mapToLong(Count::many)
                .sum();
    }

    private static long sum(List<Count> counts, Tone tone) {
        return counts.stream()
                .filter(count -> count.tone() == tone)
                .mapToLong(Count::many)
                .sum();
    }

    private static String tenths(double pixels) {
        return String.format(java.util.Locale.ROOT, "%.1f", pixels);
    }

    private static Tone tone(String outcome) {
        return switch (outcome) {
            case "ignored" -> Tone.QUIET;
            case "refused" -> Tone.TROUBLE;
            default -> Tone.GOOD;
        };
    }
}
