package dev.afterglow.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run of the kill suite: a file for programs and, of a full run, the page in the docs. */
public final class FaultReport {

    private static final Path FILE = Path.of("target/faults/faults.json");
    private static final Path PAGE = Path.of("docs/reference/faults.md");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FaultReport() {}

    /** True when processes are killed a thousand times and not a few. */
    public static boolean full() {
        return Boolean.getBoolean("afterglow.faults.full");
    }

    /** Adds a figure, or takes the place of the one with its name. */
    public static synchronized void publish(FaultFigure figure) throws IOException {
        List<FaultFigure> all = new ArrayList<>(read());
        all.removeIf(old -> old.name().equals(figure.name()));
        all.add(figure);
        Files.createDirectories(FILE.getParent());
        JSON.writeValue(FILE.toFile(), all);
        System.out.println(row(figure));
        if (full()) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page(all));
        }
    }

    private static List<FaultFigure> read() throws IOException {
        return Files.exists(FILE) ? JSON.readValue(FILE.toFile(), new TypeReference<>() {}) : List.of();
    }

    private static String page(List<FaultFigure> all) {
        StringBuilder page = new StringBuilder("""
                # What killing leads to

                Written by `mvn -Pfaults verify`. Messages wanted by journeys are compared with what a mail server took, message by
                message. *Lost*: said to be sent, or left lying, and not taken. *Duplicated*: taken twice although the ledger held it
                for once. *Uncertain*: the ledger says that nobody knows, and shows it. *Repeated*: a service message nobody knew
                about that was sent once more under the same Message-ID, as configured, and had arrived the first time. Where a column
                says 0 in n, the true rate is below 3/n with 95 % confidence.

                | what was done | n | seed | planned | taken | lost | duplicated | uncertain | per kill | repeated | wanted |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        all.forEach(figure -> page.append(row(figure)).append('\n'));
        return page.toString();
    }

    private static String row(FaultFigure figure) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %.3f | %d | %s |",
                figure.name(),
                figure.n(),
                figure.seed(),
                figure.planned(),
                figure.taken(),
                figure.lost(),
                figure.duplicated(),
                figure.uncertain(),
                (double) figure.uncertain() / figure.n(),
                figure.repeated(),
                figure.wanted());
    }
}
