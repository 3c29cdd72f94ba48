package dev.afterglow.history.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The text of a file, unpacked and decoded. UTF-8 unless a mark or a byte says otherwise; then Windows-1252. */
final class Source {

    private static final int BUFFER = 1 << 16;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final Path path;
    private final Charset charset;

    private Source(Path path, Charset charset) {
        this.path = path;
        this.charset = charset;
    }

    static Source of(Path path, @Nullable String encoding) throws IOException {
        return new Source(path, encoding == null ? detect(path) : named(encoding));
    }

    BufferedReader open() throws IOException {
        Reader reader = new InputStreamReader(bytes(path), charset);
        BufferedReader text = new BufferedReader(reader, BUFFER);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        return text;
    }

    private static InputStream bytes(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        file.mark(2);
        boolean packed = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return packed ? new GZIPInputStream(file, BUFFER) : file;
    }

    private static Charset named(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("There is no encoding called \"" + encoding + "\".");
        }
    }

    private static Charset detect(Path path) throws IOException {
        Charset marked = marked(path);
        if (marked != null) {
            return marked;
        }
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(bytes(path), strict)) {
            char[] buffer = new char[BUFFER];
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return WESTERN;
        }
    }

    private static @Nullable Charset marked(Path path) throws IOException {
        try (InputStream in = bytes(path)) {
            int first = in.read();
            int second = in.read();
            if (first == 0xff && second == 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            return first == 0xfe && second == 0xff ? StandardCharsets.UTF_16BE : null;
        }
    }
}
