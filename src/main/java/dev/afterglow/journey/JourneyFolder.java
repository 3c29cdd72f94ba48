package dev.afterglow.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One folder below {@code bpmn/}, as it was read: diagrams, decisions, forms and words.
 *
 * @param name the folder's own name, such as {@code thank-you}
 * @param files path inside the folder to content
 */
public record JourneyFolder(String name, SortedMap<String, byte[]> files) {

    /** The text of a file in it, such as {@code messages/thank-you.email.en.md}. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The files the engine is given: diagrams, decisions and forms. */
    SortedMap<String, byte[]> deployable() {
        SortedMap<String, byte[]> deployable = new TreeMap<>(files);
        deployable
                .keySet()
                .removeIf(path -> !path.endsWith(".bpmn") && !path.endsWith(".dmn") && !path.endsWith(".form"));
        return deployable;
    }

    /** SHA-256 over names and contents of what the engine is given. */
    String contentHash() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : deployable().entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(file.getValue()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
