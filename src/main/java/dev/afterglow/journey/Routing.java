package dev.afterglow.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Facts that an event brings into a journey for its gateways, such as {@code score = low}: ids of ours and words of our
 * own. The engine shows them to operators, so nothing a person wrote can be one.
 */
public record Routing(Map<String, String> facts) {

    /** Nothing besides the event itself. */
    public static final Routing NONE = new Routing(Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,30}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** Refuses what is no plain word. */
    public Routing {
        facts.forEach((name, word) -> {
            if (!NAME.matcher(name).matches() || !WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("a routing fact must be a plain word: " + name);
            }
        });
        facts = Map.copyOf(facts);
    }

    /** As it is kept; null for nothing. */
    @Nullable
    String text() {
        return facts.isEmpty()
                ? null
                : new TreeMap<>(facts)
                        .entrySet().stream()
                                .map(fact -> fact.getKey() + "=" + fact.getValue())
                                .collect(Collectors.joining(","));
    }

    static Routing of(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : text.split(",", -1)) {
            int equals = fact.indexOf('=');
            facts.put(fact.substring(0, equals), fact.substring(equals + 1));
        }
        return new Routing(facts);
    }
}
