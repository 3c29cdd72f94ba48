package dev.afterglow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All figures of one run of the benches: a file for programs, a table for people. */
public final class Figures {

    private static final Path FILE = Path.of("target/bench/figures.json");
    private static final String ROW = "%-52s %12s %-14s %10s %7s  %s%n";
    private static final List<Figure> ALL = new ArrayList<>();

    private Figures() {}

    /** Adds the figures of one bench to those of the ones before, writes all down and prints the new ones. */
    public static synchronized void publish(String title, List<Figure> figures) throws IOException {
        ALL.addAll(figures);
        Files.createDirectories(FILE.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(FILE.toFile(), ALL);
        StringBuilder table = new StringBuilder("%n%s%n".formatted(title));
        table.append(ROW.formatted("", "value", "unit", "baseline", "ratio", "wanted"));
        figures.forEach(figure -> table.append(row(figure)));
        System.out.println(table.append("All figures so far: ").append(FILE));
    }

    private static String row(Figure figure) {
        String value = figure.value() == null ? "not available" : number(figure.value());
        return ROW.formatted(
                figure.name(),
                value,
                figure.unit(),
                number(figure.baseline()),
                number(figure.ratio()),
                figure.wanted());
    }

    private static String number(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.2f", value);
    }
}
