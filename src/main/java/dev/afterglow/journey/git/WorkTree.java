package dev.afterglow.journey.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with files that git watches over, as described in git's gitrepository-layout. */
public final class WorkTree {

    private static final String REFERENCE = "ref: ";
    private static final int MOST_REFERENCES = 5;

    private final Path root;
    private final Path own;
    private final Path common;

    private WorkTree(Path root, Path own) throws IOException {
        this.root = root;
        this.own = own;
        Path elsewhere = own.resolve("commondir");
        this.common = Files.exists(elsewhere) ? own.resolve(line(elsewhere)).normalize() : own;
    }

    /** The work tree this folder is in; empty when it is in none. */
    public static Optional<WorkTree> around(Path folder) throws IOException {
        for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new WorkTree(at, git));
            }
            if (Files.isRegularFile(git)) {
                return Optional.of(new WorkTree(
                        at, at.resolve(line(git).substring("gitdir: ".length())).normalize()));
            }
        }
        return Optional.empty();
    }

    /** The commit that is checked out, in hexadecimal; empty before the first, or where references are kept unlike files. */
    public Optional<String> head() throws IOException {
        String value = line(own.resolve("HEAD"));
        for (int i = 0; i < MOST_REFERENCES && value.startsWith(REFERENCE); i++) {
            Optional<String> next = reference(value.substring(REFERENCE.length()));
            if (next.isEmpty()) {
                return next;
            }
            value = next.get();
        }
        return Optional.of(value).filter(hash -> hash.matches("[0-9a-f]{40}|[0-9a-f]{64}"));
    }

    /** The files below a folder as they are in a commit, by their path in the folder. */
    public SortedMap<String, byte[]> files(String commit, Path folder) throws IOException {
        Store store = new Store(common.resolve("objects"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        String tree = store.treeOf(commit);
        for (Path name : root.relativize(folder.toRealPath())) {
            tree = tree == null ? null : store.entries(tree).get(name.toString());
        }
        if (tree != null) {
            collect(store, tree, "", files);
        }
        return files;
    }

    private static void collect(Store store, String tree, String prefix, SortedMap<String, byte[]> files)
            throws IOException {
        for (var entry : store.entries(tree).entrySet()) {
            String path = prefix + entry.getKey();
            if (store.isTree(entry.getValue())) {
                collect(store, entry.getValue(), path + "/", files);
            } else {
                files.put(path, store.read(entry.getValue()).content());
            }
        }
    }

    private Optional<String> reference(String name) throws IOException {
        for (Path folder : new Path[] {own, common}) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(line(folder.resolve(name)));
            }
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(packed)) {
            return lines.filter(line -> line.endsWith(" " + name))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
        }
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
