package dev.afterglow.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time zones of states and provinces, from the file {@code state-zones.txt}. */
final class StateZones {

    private static final Map<String, List<ZoneId>> ALL = read();

    private StateZones() {}

    static Optional<List<ZoneId>> of(String country, @Nullable String state) {
        return state == null
                ? Optional.empty()
                : Optional.ofNullable(
                        ALL.get(country + "-" + state.replaceAll("[ .]", "").toUpperCase(Locale.ROOT)));
    }

    private static Map<String, List<ZoneId>> read() {
        try (InputStream file = StateZones.class.getResourceAsStream("state-zones.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], StateZones::zones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ZoneId> zones(String[] words) {
        return Arrays.stream(words).skip(1).map(ZoneId::of).toList();
    }
}
