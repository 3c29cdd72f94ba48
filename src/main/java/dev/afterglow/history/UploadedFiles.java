package dev.afterglow.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** Files as they were sent, until they were read. How much of a file is here is what is on the disk, nothing else. */
@Component
class UploadedFiles {

    private final Path folder;

    UploadedFiles(HistorySettings settings) {
        this.folder = settings.folder();
    }

    /** Where the file of an import is, or will be. */
    Path path(String importId) {
        return folder.resolve(importId + ".upload");
    }

    /** How much of it is here, in bytes. */
    long received(String importId) throws IOException {
        Path path = path(importId);
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /** Adds to its end, at most so much; on the disk when this returns. */
    void append(String importId, InputStream more, long most) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file =
                FileChannel.open(path(importId), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // why: not closed here, or the channel would be closed before it is forced to the disk.
            OutputStream out = Channels.newOutputStream(file);
            byte[] buffer = new byte[1 << 16];
            long left = most;
            int read = more.read(buffer);
            while (read >= 0 && left >= read) {
                out.write(buffer, 0, read);
                left -= read;
                read = more.read(buffer);
            }
            file.force(false);
            if (read >= 0) {
                throw new TooMuch();
            }
        }
    }

    void delete(String importId) throws IOException {
        Files.deleteIfExists(path(importId));
    }

    /** More came than was announced. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
