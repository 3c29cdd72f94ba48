package dev.afterglow.rehearsal;

import dev.afterglow.rehearsal.Entry.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an example's file expects beside what happened: all messages and silences, and of the rest what is written there. */
record Comparison(Calendar calendar, Map<Entry, Expected> met, List<String> differences) {

    private static final Set<Kind> ALWAYS = EnumSet.of(Kind.SENT, Kind.SILENT);

    static Comparison of(Calendar calendar) {
        Example example = calendar.example();
        Map<Entry, Expected> met = new LinkedHashMap<>();
        List<Entry> left = new ArrayList<>(calendar.entries());
        List<Expected> missing = new ArrayList<>();
        for (Expected expected : example.calendar()) {
            left.stream()
                    .filter(entry -> expected.isMetBy(entry, example.when(entry.at())))
                    .findFirst()
                    .ifPresentOrElse(
                            entry -> {
                                met.put(entry, expected);
                                left.remove(entry);
                            },
                            () -> missing.add(expected));
        }
        left.removeIf(entry ->
                !ALWAYS.contains(entry.kind()) && missing.stream().noneMatch(one -> one.kind() == entry.kind()));
        left.removeIf(entry -> entry.kind() == Kind.HAPPENS || entry.kind() == Kind.WAITS);
        return new Comparison(calendar, met, differences(example, missing, left));
    }

    boolean isAsExpected() {
        return differences.isEmpty();
    }

    private static List<String> differences(Example example, List<Expected> missing, List<Entry> left) {
        List<String> differences = new ArrayList<>();
        String got = left.stream()
                .map(entry -> "%n    got      %s: %s".formatted(example.when(entry.at()), entry.inWords()))
                .reduce("", String::concat);
        for (Expected expected : missing) {
            differences.add("%s/%s:%d: in \"%s\"%n    expected %s%s"
                    .formatted(
                            example.folder(),
                            ExamplesFile.NAME,
                            expected.line(),
                            example.name(),
                            expected.inWords(),
                            got.isEmpty() ? "%n    got      nothing of the kind".formatted() : got));
        }
        if (missing.isEmpty() && !left.isEmpty()) {
            differences.add("%s/%s:%d: in \"%s\"%n    expected nothing more%s"
                    .formatted(example.folder(), ExamplesFile.NAME, example.line(), example.name(), got));
        }
        return differences;
    }
}
