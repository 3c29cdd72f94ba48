package dev.afterglow.journey.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

/** Everything git stored of a repository, loose or packed, here or where it borrows from. */
final class Store {

    /** More than any file of a journey, so that a broken one does not fill the memory. */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final List<String> KINDS = List.of("", "commit", "tree", "blob", "tag");

    private final List<Path> folders = new ArrayList<>();
    private final List<Pack> packs = new ArrayList<>();

    Store(Path folder) throws IOException {
        add(folder);
    }

    private void add(Path folder) throws IOException {
        folders.add(folder);
        Path pack = folder.resolve("pack");
        if (Files.isDirectory(pack)) {
            try (Stream<Path> files = Files.list(pack)) {
                files.filter(file -> file.toString().endsWith(".idx"))
                        .sorted()
                        .forEach(index -> packs.add(new Pack(index, this)));
            }
        }
        Path borrowed = folder.resolve("info/alternates");
        if (Files.exists(borrowed)) {
            for (String line : Files.readAllLines(borrowed)) {
                Path other = folder.resolve(line).normalize();
                if (!line.isBlank() && !line.startsWith("#") && !folders.contains(other)) {
                    add(other);
                }
            }
        }
    }

    /** The tree a commit is of. */
    String treeOf(String commit) throws IOException {
        String text = new String(read(commit).content(), StandardCharsets.UTF_8);
        return text.substring("tree ".length(), text.indexOf('\n'));
    }

    /** The ids of what is in a tree, by name. */
    Map<String, String> entries(String tree) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        byte[] content = read(tree).content();
        int id = tree.length() / 2;
        int at = 0;
        while (at < content.length) {
            int end = indexOf((byte) 0, content, at);
            String[] modeAndName = new String(content, at, end - at, StandardCharsets.UTF_8).split(" ", 2);
            at = end + 1 + id;
            // why: a link or another repository is no file of ours.
            if (modeAndName[0].startsWith("100") || modeAndName[0].equals("40000")) {
                entries.put(modeAndName[1], HexFormat.of().formatHex(content, end + 1, at));
            }
        }
        return entries;
    }

    boolean isTree(String id) throws IOException {
        return read(id).isTree();
    }

    /**
     * What has this id.
     *
     * @throws IOException when it is not there, or cannot be read
     */
    Stored read(String id) throws IOException {
        for (Path folder : folders) {
            Path loose = folder.resolve(id.substring(0, 2)).resolve(id.substring(2));
            if (Files.exists(loose)) {
                return loose(loose);
            }
        }
        for (Pack pack : packs) {
            var found = pack.find(id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IOException("git has no " + id);
    }

    private static Stored loose(Path file) throws IOException {
        byte[] all = inflate(Files.newInputStream(file));
        int end = indexOf((byte) 0, all, 0);
        String kind = new String(all, 0, end, StandardCharsets.US_ASCII).split(" ", 2)[0];
        return new Stored(KINDS.indexOf(kind), Arrays.copyOfRange(all, end + 1, all.length));
    }

    static byte[] inflate(InputStream packed) throws IOException {
        try (InflaterInputStream content = new InflaterInputStream(packed)) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("git stored something too large for a journey");
            }
            return bytes;
        }
    }

    private static int indexOf(byte wanted, byte[] bytes, int from) throws IOException {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new IOException("git stored something that cannot be read");
    }
}
