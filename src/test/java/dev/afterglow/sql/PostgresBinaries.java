package dev.afterglow.sql;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where PostgreSQL's programs are: Debian keeps them off the path, one folder for each version. */
final class PostgresBinaries {

    static final String MISSING = "PostgreSQL's programs (initdb, pg_ctl, postgres) are neither below"
            + " /usr/lib/postgresql nor on the path; on Debian, install the package \"postgresql\"";

    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

    private PostgresBinaries() {}

    static Optional<Path> onThisMachine() {
        return find(Path.of("/usr/lib/postgresql"), String.valueOf(System.getenv("PATH")));
    }

    /** The newest version below the folder, else what is on the path. */
    static Optional<Path> find(Path versions, String path) {
        Stream<Path> onPath = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return Stream.concat(newestFirst(versions).map(version -> version.resolve("bin")), onPath)
                .filter(PostgresBinaries::isComplete)
                .findFirst();
    }

    private static Stream<Path> newestFirst(Path versions) {
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders
                    .sorted(Comparator.comparing(PostgresBinaries::version).reversed())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double version(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(name) : 0;
    }

    private static boolean isComplete(Path folder) {
        return PROGRAMS.stream().allMatch(program -> Files.isExecutable(folder.resolve(program)));
    }
}
