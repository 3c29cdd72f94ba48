package dev.afterglow.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A journey's folder as it was at one moment, without what no customer ever notices.
 *
 * @param hash SHA-256 over the folder's name and over names and contents of its files, in hexadecimal
 * @param folder with line ends as on Unix, so that every machine finds the same hash
 */
public record Edition(String hash, JourneyFolder folder) {

    /** The longest file that is kept; what words, tables and surveys are read from is shorter by other rules. */
    static final int LONGEST_FILE = 1024 * 1024;

    private static final int LOOKED_THROUGH = 8_000;

    /** The folder as it is now. */
    public static Edition of(JourneyFolder folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        folder.files().forEach((path, bytes) -> {
            if (counts(path) && bytes.length <= LONGEST_FILE) {
                files.put(path, withUnixLineEnds(bytes));
            }
        });
        return new Edition(hash(folder.name(), files), new JourneyFolder(folder.name(), files));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edition edition && edition.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** The SHA-256 of one file. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    // why: what explains a journey to people changes no message, so it makes no new edition.
    private static boolean counts(String path) {
        boolean hidden = path.startsWith(".") || path.contains("/.");
        boolean onTop = !path.contains("/");
        return !hidden
                && !(onTop && (path.equals("README.md") || path.equals("examples.yaml") || path.endsWith(".svg")));
    }

    private static String hash(String name, SortedMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            digest.update((name + "/" + file.getKey()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(file.getValue()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    // why: git checks the same file out with other line ends on Windows.
    private static byte[] withUnixLineEnds(byte[] bytes) {
        byte[] unix = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0 && i < LOOKED_THROUGH) {
                return bytes;
            }
            boolean beforeLineFeed = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (!beforeLineFeed) {
                unix[length++] = bytes[i];
            }
        }
        return length == bytes.length ? bytes : Arrays.copyOf(unix, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
