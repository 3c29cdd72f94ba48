package dev.afterglow.history;

import dev.afterglow.intake.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Brings files here, piece by piece; whoever is interrupted asks how much is here and goes on from there. */
@Service
public class Uploading {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Imports imports;
    private final UploadedFiles files;
    private final HistorySettings settings;
    private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

    Uploading(Imports imports, UploadedFiles files, HistorySettings settings) {
        this.imports = imports;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Announces a file. The same file for the same shop that is not done yet is gone on with.
     *
     * @param size in bytes
     * @param fingerprint SHA-256 in hexadecimal digits; empty when whoever sends it cannot tell
     */
    public Import announce(String name, long size, String fingerprint, Manner manner, String askedBy) {
        if (size < 1 || size > settings.largest().toBytes()) {
            throw new Refusal(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "File too large",
                    "The file has %,d bytes; between 1 and %,d are taken (afterglow.history.largest)."
                            .formatted(size, settings.largest().toBytes()));
        }
        String sum = fingerprint.toLowerCase(Locale.ROOT);
        if (!sum.isEmpty() && !SHA_256.matcher(sum).matches()) {
            throw Refusal.wrongShape("sha256: this is not a SHA-256, which has 64 hexadecimal digits.");
        }
        String plain = name.replaceAll("[\\p{Cntrl}]", "").strip();
        String shown = plain.isEmpty() ? "file" : plain.substring(0, Math.min(300, plain.length()));
        return imports.open(sum, manner).orElseGet(() -> imports.add(shown, size, sum, manner, askedBy));
    }

    /** How much of its file is here, in bytes. */
    public long received(Import one) {
        try {
            return one.state() == ImportState.UPLOADING ? files.received(one.id()) : one.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Takes the next piece. With the last one the import waits for its turn.
     *
     * @param offset where the piece begins; must be where the last one ended
     * @return how much is here now
     */
    public long append(Import one, long offset, InputStream piece) throws IOException {
        synchronized (locks.computeIfAbsent(one.id(), id -> new Object())) {
            long here = received(one);
            if (one.state() != ImportState.UPLOADING || offset != here) {
                throw new Refusal(HttpStatus.CONFLICT, "Not here", "The next piece begins at %d.".formatted(here));
            }
            try {
                files.append(one.id(), piece, one.size() - here);
            } catch (UploadedFiles.TooMuch tooMuch) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "Too much", "More came than the file has bytes.");
            }
            long now = files.received(one.id());
            if (now == one.size()) {
                locks.remove(one.id());
                finish(one);
            }
            return now;
        }
    }

    /** Goes on with one that was cancelled or failed; false when there is nothing to go on with. */
    public boolean goOn(Import one) {
        try {
            long here = files.received(one.id());
            boolean complete = here == one.size();
            boolean gone = here == 0 && one.rows() != null;
            return !gone && imports.again(one.id(), complete ? ImportState.WAITING : ImportState.UPLOADING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void finish(Import one) throws IOException {
        if (one.fingerprint() != null && !Objects.equals(one.fingerprint(), fingerprint(one))) {
            files.delete(one.id());
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Not the file",
                    "What came is not the file that was announced. Send it again from its beginning.");
        }
        imports.received(one.id());
    }

    private String fingerprint(Import one) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream file = new DigestInputStream(Files.newInputStream(files.path(one.id())), digest)) {
                file.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
