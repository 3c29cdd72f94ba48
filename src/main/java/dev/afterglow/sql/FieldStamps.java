package dev.afterglow.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which report each fact comes from. The report with the latest time of its own counts, fact by fact, so the same
 * reports make the same facts in whatever order they arrive.
 */
public final class FieldStamps {

    private final Map<String, String> stamps = new TreeMap<>();

    private FieldStamps() {}

    /** Nothing was told yet. */
    public static FieldStamps none() {
        return new FieldStamps();
    }

    /** As it was written. */
    public static FieldStamps read(@Nullable String written) {
        FieldStamps stamps = new FieldStamps();
        for (String group : parts(written == null ? "" : written, ";")) {
            String[] stampAndFields = group.split("=", 2);
            parts(stampAndFields[1], ",").forEach(field -> stamps.stamps.put(field, stampAndFields[0]));
        }
        return stamps;
    }

    private static List<String> parts(String text, String separator) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(Pattern.quote(separator), -1));
    }

    /**
     * Names a report so that later ones sort after earlier ones.
     *
     * @param tie tells two reports of the same moment apart, the same way each time
     */
    public static String stamp(Instant at, String tie) {
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        return "%017d-%s".formatted(Math.max(0, micros), tie.substring(0, Math.min(8, tie.length())));
    }

    /** The fact to keep: the one just told if it was told later than the known one, else the known one. */
    public <T> @Nullable T later(String field, String stamp, @Nullable T told, @Nullable T known) {
        return told != null && (known == null || isLater(field, stamp)) ? put(field, stamp, told) : known;
    }

    /** Whether a report tells this fact and is not older than the one known; it is the known one from now on. */
    public boolean isNew(String field, String stamp, boolean told) {
        boolean isNew = told && isLater(field, stamp);
        if (isNew) {
            stamps.put(field, stamp);
        }
        return isNew;
    }

    private boolean isLater(String field, String stamp) {
        return stamp.compareTo(stamps.getOrDefault(field, "")) >= 0;
    }

    private <T> T put(String field, String stamp, T told) {
        stamps.put(field, stamp);
        return told;
    }

    /** As text, to be read again. */
    public String written() {
        Map<String, String> groups = stamps.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Entry::getValue, TreeMap::new, Collectors.mapping(Entry::getKey, Collectors.joining(","))));
        return groups.entrySet().stream()
                .map(group -> group.getKey() + "=" + group.getValue())
                .collect(Collectors.joining(";"));
    }
}
