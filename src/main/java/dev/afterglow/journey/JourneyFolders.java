package dev.afterglow.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The marketer's room: every folder below {@code bpmn/}, on disk or packed with the app. */
@Component
public class JourneyFolders {

    /** The folder that holds what all journeys share. */
    public static final String SHARED = "shared";

    private static final String PACKED = "/bpmn/";

    private final @Nullable Path disk;
    private final long watchNanos;
    private volatile Snapshot snapshot;

    private record Snapshot(List<JourneyFolder> folders, long readAt) {}

    JourneyFolders(JourneySettings settings) {
        this.disk = onDisk(settings);
        this.watchNanos = settings.watchEvery().toNanos();
        this.snapshot = new Snapshot(read(), System.nanoTime());
    }

    private static @Nullable Path onDisk(JourneySettings settings) {
        Path folder = Path.of(settings.folder() == null ? "bpmn" : settings.folder());
        return settings.folder() != null || Files.isDirectory(folder) ? folder : null;
    }

    /** The folder of a journey: the one that holds its diagram, which is named after the process id. */
    public Optional<JourneyFolder> of(String journey) {
        return current().stream()
                .filter(folder -> folder.files().containsKey(journey + ".bpmn"))
                .findFirst();
    }

    /** The folder with this name. */
    public Optional<JourneyFolder> named(String name) {
        return current().stream().filter(folder -> folder.name().equals(name)).findFirst();
    }

    /** Where this folder is on disk; empty when the journeys are those packed with the app. */
    Optional<Path> place(JourneyFolder folder) {
        return Optional.ofNullable(disk).map(room -> room.resolve(folder.name()));
    }

    /** All folders, at most as old as the interval at which changes are looked for. */
    public List<JourneyFolder> current() {
        Snapshot known = snapshot;
        if (disk != null && System.nanoTime() - known.readAt() > watchNanos) {
            known = new Snapshot(read(), System.nanoTime());
            snapshot = known;
        }
        return known.folders();
    }

    private List<JourneyFolder> read() {
        try {
            SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : (disk == null ? packed() : files(disk)).entrySet()) {
                int slash = file.getKey().indexOf('/');
                if (slash > 0 && !isHidden(file.getKey())) {
                    folders.computeIfAbsent(file.getKey().substring(0, slash), name -> new TreeMap<>())
                            .put(file.getKey().substring(slash + 1), file.getValue());
                }
            }
            return folders.entrySet().stream()
                    .map(folder -> new JourneyFolder(folder.getKey(), folder.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journeys in " + disk, e);
        }
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Map<String, byte[]> packed() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + PACKED + "*/**")) {
            if (file.isReadable()) {
                String url = UriUtils.decode(file.getURL().toString(), StandardCharsets.UTF_8);
                files.put(url.substring(url.lastIndexOf(PACKED) + PACKED.length()), file.getContentAsByteArray());
            }
        }
        return files;
    }
}
