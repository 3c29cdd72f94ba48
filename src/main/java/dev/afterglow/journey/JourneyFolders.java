package dev.afterglow.journey;

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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The marketer's room: every folder below {@code bpmn/}, on disk or packed with the app. */
@Component
public class JourneyFolders {

    private final String root;
    private final long watchNanos;
    private volatile Snapshot snapshot;

    private record Snapshot(List<JourneyFolder> folders, long readAt) {}

    JourneyFolders(JourneySettings settings) {
        this.root = location(settings);
        this.watchNanos = settings.watchEvery().toNanos();
        this.snapshot = new Snapshot(read(), System.nanoTime());
    }

    private static String location(JourneySettings settings) {
        if (settings.folder() != null) {
            return Path.of(settings.folder()).toUri().toString();
        }
        Path here = Path.of("bpmn");
        return Files.isDirectory(here) ? here.toUri().toString() : "classpath:/bpmn/";
    }

    /** Where the folders are read from. */
    public String root() {
        return root;
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

    /** All folders, at most as old as the interval at which changes are looked for. */
    public List<JourneyFolder> current() {
        Snapshot known = snapshot;
        if (isOnDisk() && System.nanoTime() - known.readAt() > watchNanos) {
            known = new Snapshot(read(), System.nanoTime());
            snapshot = known;
        }
        return known.folders();
    }

    private boolean isOnDisk() {
        return root.startsWith("file:");
    }

    /**
     * Reads all folders anew, by name; files and folders that begin with a dot are left out.
     *
     * @throws UncheckedIOException when the room cannot be read
     */
    private List<JourneyFolder> read() {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            String base = root.endsWith("/") ? root : root + "/";
            SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
            for (Resource resource : resolver.getResources(base + "*/**")) {
                String path = relative(resource);
                if (resource.isReadable() && !path.startsWith(".") && !path.contains("/.") && path.contains("/")) {
                    add(folders, path, resource.getContentAsByteArray());
                }
            }
            return folders.entrySet().stream()
                    .map(folder -> new JourneyFolder(folder.getKey(), folder.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journeys in " + root, e);
        }
    }

    private static void add(Map<String, SortedMap<String, byte[]>> folders, String path, byte[] content) {
        int slash = path.indexOf('/');
        folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                .put(path.substring(slash + 1), content);
    }

    private String relative(Resource resource) throws IOException {
        String url = UriUtils.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
        String marker = root.startsWith("classpath:") ? "/bpmn/" : UriUtils.decode(root, StandardCharsets.UTF_8);
        int at = root.startsWith("classpath:") ? url.lastIndexOf(marker) : url.indexOf(marker);
        return url.substring(at + marker.length());
    }
}
