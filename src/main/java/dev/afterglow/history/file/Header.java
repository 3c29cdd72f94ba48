package dev.afterglow.history.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of a file's columns is what: what somebody said about it, then the names we know. */
final class Header {

    private final Map<String, Column> meant = new LinkedHashMap<>();
    private final Map<String, Optional<Column>> known = new LinkedHashMap<>();

    /**
     * Reads what somebody said.
     *
     * @param said their names to ours
     */
    Header(Map<String, String> said) {
        said.forEach((theirs, ours) -> meant.put(
                Column.plain(theirs),
                Column.of(ours)
                        .orElseThrow(() -> new Unreadable("There is no column called \"" + ours + "\" here, so \""
                                + theirs + "\" cannot be it."))));
    }

    /** For each place what it holds; places nobody knows are left out. */
    Map<Integer, Column> places(List<String> names) {
        Map<Column, Integer> best = new EnumMap<>(Column.class);
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            int here = place;
            of(name).ifPresent(column -> best.merge(
                    column, here, (one, other) -> rank(column, names.get(one)) <= rank(column, name) ? one : other));
        }
        Map<Integer, Column> places = new LinkedHashMap<>();
        best.forEach((column, place) -> places.put(place, column));
        return places;
    }

    /** What a column of this name holds. */
    Optional<Column> of(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    /** How good a name it is, the smaller the better. */
    int rank(Column column, String name) {
        return meant.containsKey(Column.plain(name)) ? -1 : column.rank(name);
    }

    private Optional<Column> find(String name) {
        Column said = meant.get(Column.plain(name));
        if (said != null) {
            return Optional.of(said);
        }
        for (Column column : Column.values()) {
            if (column.rank(name) >= 0) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The names nobody knows. */
    List<String> unknown(List<String> names) {
        var places = places(names).keySet();
        List<String> unknown = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            if (!places.contains(place)) {
                unknown.add(names.get(place));
            }
        }
        return unknown;
    }
}
