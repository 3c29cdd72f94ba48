package dev.afterglow.customer;

import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people chose, in its table. */
final class ChosenPreferences {

    private static final String FIND =
            "select locale, fewer, paused_until, channels_off from customer_preferences where customer_id = ?";
    private static final String INSERT = """
            insert into customer_preferences (customer_id, locale, fewer, paused_until, channels_off, updated_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String UPDATE = """
            update customer_preferences set locale = ?, fewer = ?, paused_until = ?, channels_off = ?, updated_at = ?
            where customer_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChosenPreferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Preferences of(String id) {
        return jdbc.sql(FIND)
                .param(id)
                .query(ChosenPreferences::preferences)
                .optional()
                .orElse(Preferences.NONE);
    }

    void keep(String id, Preferences preferences) {
        var pausedUntil = Instants.param(preferences.pausedUntil());
        var now = Instants.param(clock.instant());
        String off = String.join(",", new TreeSet<>(preferences.channelsOff()));
        int added = jdbc.sql(INSERT)
                .params(id, preferences.locale(), preferences.fewer(), pausedUntil, off, now)
                .update();
        if (added == 0) {
            jdbc.sql(UPDATE)
                    .params(preferences.locale(), preferences.fewer(), pausedUntil, off, now, id)
                    .update();
        }
    }

    /** Of two choices the stricter counts. */
    void merge(String from, String to) {
        Preferences one = of(to);
        Preferences other = of(from);
        jdbc.sql("delete from customer_preferences where customer_id = ?")
                .param(from)
                .update();
        if (!other.equals(Preferences.NONE)) {
            Set<String> off = new HashSet<>(one.channelsOff());
            off.addAll(other.channelsOff());
            keep(
                    to,
                    new Preferences(
                            one.locale() != null ? one.locale() : other.locale(),
                            one.fewer() || other.fewer(),
                            later(one.pausedUntil(), other.pausedUntil()),
                            off));
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Preferences preferences(ResultSet row, int number) throws SQLException {
        Set<String> off = Arrays.stream(row.getString("channels_off").split(","))
                .filter(channel -> !channel.isEmpty())
                .collect(Collectors.toSet());
        return new Preferences(
                row.getString("locale"), row.getBoolean("fewer"), Instants.optional(row, "paused_until"), off);
    }
}
