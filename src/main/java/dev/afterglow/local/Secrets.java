package dev.afterglow.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys and passwords nobody configured: generated once, kept in a file of the data folder. */
final class Secrets {

    static final String API_KEY = "afterglow.api-key";
    static final String CONSOLE_PASSWORD = "afterglow.console.password";
    static final String SHOPIFY_SECRET = "afterglow.intake.shopify.secret";
    static final List<String> ALL = List.of(API_KEY, CONSOLE_PASSWORD, SHOPIFY_SECRET);

    // why: 32 letters and digits nobody mistakes for one another; 26 of them are 130 bits.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    Secrets(Path file) {
        this.file = file;
    }

    /** A value for each of the names: the kept one, or a new one that is kept from now on. */
    Map<String, String> of(Set<String> names) {
        try {
            Map<String, String> kept = Files.exists(file) ? read() : new TreeMap<>();
            if (!kept.keySet().containsAll(names)) {
                names.forEach(name -> kept.computeIfAbsent(name, any -> generated()));
                WholeFile.write(file, text(kept));
            }
            kept.keySet().retainAll(names);
            return kept;
        } catch (IOException e) {
            throw failure("cannot be read or written: " + e, e);
        }
    }

    private Map<String, String> read() throws IOException {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw failure("is damaged: " + e.getMessage(), e);
        }
        Map<String, String> kept = new TreeMap<>();
        for (String name : read.stringPropertyNames()) {
            if (!ALL.contains(name) || read.getProperty(name).isBlank()) {
                throw failure("is damaged: \"" + name + "\" is not a known name with a value", null);
            }
            kept.put(name, read.getProperty(name));
        }
        if (kept.isEmpty()) {
            throw failure("is damaged: it is empty", null);
        }
        return kept;
    }

    private LocalRunFailure failure(String what, @Nullable Throwable cause) {
        return new LocalRunFailure(
                "The file of generated secrets " + file + " " + what,
                "Make it readable and writable for this user, or delete it: new secrets are generated at the next start.",
                cause);
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining(
                        "", "# Generated for the local run. What is configured elsewhere wins.\n", ""));
    }

    private static String generated() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
