package dev.afterglow.console;

import dev.afterglow.journey.JourneyFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A journey's folder in a zip file, read in memory and within bounds: a small file can hold a very large one. */
final class ZippedFolder {

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int left = MOST_BYTES;

    private ZippedFolder() {}

    /**
     * The folder; one that is packed as a whole is unpacked from its own name.
     *
     * @throws NotUnderstood when it is no zip file, is empty or too large
     */
    static JourneyFolder read(String name, byte[] zip) {
        ZippedFolder folder = new ZippedFolder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    folder.add(entry.getName().replace('\\', '/'), entries);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NotUnderstood("The body is no zip file that can be read.");
        }
        if (folder.files.isEmpty()) {
            throw new NotUnderstood("The body is no zip file, or there is no file in it.");
        }
        return new JourneyFolder(name, folder.withoutTop());
    }

    private void add(String path, ZipInputStream entry) throws IOException {
        if (files.size() >= MOST_FILES) {
            throw new NotUnderstood("The folder holds more than %d files.".formatted(MOST_FILES));
        }
        byte[] content = entry.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
            throw new NotUnderstood("The folder is larger than %d MB.".formatted(MOST_BYTES / 1024 / 1024));
        }
        boolean hidden = path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
        if (!hidden) {
            files.put(path, content);
        }
    }

    private SortedMap<String, byte[]> withoutTop() {
        String first = files.firstKey();
        String top = first.substring(0, first.indexOf('/') + 1);
        boolean packedWhole = !top.isEmpty() && files.keySet().stream().allMatch(path -> path.startsWith(top));
        boolean onlyWords = top.equals("messages/");
        if (!packedWhole || onlyWords) {
            return files;
        }
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> file.getKey().substring(top.length()), Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }
}
