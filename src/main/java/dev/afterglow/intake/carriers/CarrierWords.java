package dev.afterglow.intake.carriers;

import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A carrier platform's words, from its file beside this class, such as {@code aftership.words}. */
public final class CarrierWords {

    private final Map<String, Meaning> words;

    private CarrierWords(Map<String, Meaning> words) {
        this.words = words;
    }

    /** The words of this platform. */
    public static CarrierWords of(String platform) {
        Map<String, Meaning> words = new LinkedHashMap<>();
        lines(platform).filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split("\\s+");
            Meaning meaning = meaning(parts);
            for (String word : alternatives(parts[0])) {
                if (words.put(word, meaning) != null) {
                    throw new IllegalStateException("%s.words has %s twice".formatted(platform, word));
                }
            }
        });
        return new CarrierWords(words);
    }

    /** What a status means: with its detail if that says more, otherwise alone. */
    public Meaning meaning(@Nullable String status, @Nullable String detail) {
        Meaning alone = words.getOrDefault(String.valueOf(status), Meaning.UNKNOWN);
        return detail == null ? alone : words.getOrDefault(status + "/" + detail, alone);
    }

    /** All words, in the order of the file. */
    Map<String, Meaning> all() {
        return Collections.unmodifiableMap(words);
    }

    /** The lines of a platform's file that are not empty. */
    static Stream<String> lines(String platform) {
        try (InputStream file = CarrierWords.class.getResourceAsStream(platform + ".words")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] alternatives(String word) {
        int slash = word.indexOf('/');
        String detail = slash < 0 ? "" : word.substring(slash);
        return Stream.of((slash < 0 ? word : word.substring(0, slash)).split(","))
                .map(status -> status + detail)
                .toArray(String[]::new);
    }

    private static Meaning meaning(String[] parts) {
        Map<Boolean, String> rest =
                Stream.of(parts).skip(2).collect(Collectors.toMap(part -> part.contains(":"), part -> part));
        return new Meaning(ParcelStatus.of(parts[1]), incident(rest.get(true)), rest.get(false));
    }

    private static @Nullable Incident incident(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] both = text.split(":", 2);
        return new Incident(Incident.Owner.valueOf(both[0].toUpperCase(Locale.ROOT)), both[1]);
    }
}
