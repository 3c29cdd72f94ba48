package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.Offering;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other rooms give words to speak of. */
@Component
class Offerings {

    private final ObjectProvider<Offering> rooms;

    // why: a room that offers something may itself need this one.
    Offerings(ObjectProvider<Offering> rooms) {
        this.rooms = rooms;
    }

    /** What their names begin with. */
    Set<String> prefixes() {
        return all().map(Offering::prefix).collect(Collectors.toUnmodifiableSet());
    }

    /** All their names, for the reference page. */
    List<Vocabulary.Entry> entries() {
        return all().flatMap(room -> room.names().stream()
                        .map(name -> new Vocabulary.Entry(room.prefix() + "." + name.name(), name.meaning())))
                .toList();
    }

    /** Something under every name, for looking at words. */
    Map<String, Map<String, Object>> samples() {
        return each(
                room -> room.names().stream().collect(Collectors.toMap(Offering.Name::name, Offering.Name::sample)));
    }

    /** Nothing under any name; lists are empty. */
    Map<String, Map<String, Object>> nothing() {
        return each(room -> Map.of());
    }

    /**
     * What these words speak of, for the message they are written for.
     *
     * @throws JourneyProblem when the run has nothing of it
     */
    Map<String, Map<String, Object>> of(Words words, Offering.About about) {
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        all().filter(room -> words.speakOf(room.prefix())).forEach(room -> {
            Map<String, Object> known = room.values(about);
            if (known.isEmpty()) {
                throw new JourneyProblem(
                        "WORDS_REFUSED",
                        "%s speaks of \"%s\", and this run has none: put the step that makes it before this one"
                                .formatted(words.file(), room.prefix()));
            }
            values.put(room.prefix(), complete(room, known));
        });
        return values;
    }

    private Map<String, Map<String, Object>> each(Function<Offering, Map<String, Object>> values) {
        Map<String, Map<String, Object>> each = new LinkedHashMap<>();
        all().forEach(room -> each.put(room.prefix(), complete(room, values.apply(room))));
        return each;
    }

    private static Map<String, Object> complete(Offering room, Map<String, Object> known) {
        Map<String, Object> values = new LinkedHashMap<>();
        room.names().forEach(name -> {
            Object missing = name.sample() instanceof List<?> ? List.of() : false;
            values.put(name.name(), known.getOrDefault(name.name(), missing));
        });
        return values;
    }

    private Stream<Offering> all() {
        return rooms.stream().sorted(Comparator.comparing(Offering::prefix));
    }
}
