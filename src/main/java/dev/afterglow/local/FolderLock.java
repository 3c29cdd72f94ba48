package dev.afterglow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One app per data folder: held from before the database opens until after it is closed. */
final class FolderLock implements AutoCloseable {

    // why: closing any channel of a locked file gives up the lock of the whole process, so a second one is never
    // opened.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(DataFolder data) {
        try {
            Path folder = Files.createDirectories(data.path()).toRealPath();
            if (!HELD_HERE.add(folder)) {
                throw taken(data, String.valueOf(ProcessHandle.current().pid()));
            }
            return new FolderLock(folder, lockedOrForgotten(data, folder));
        } catch (IOException e) {
            throw new LocalRunFailure(
                    "The data folder " + data.path() + " cannot be used: " + e,
                    "Make it writable, or choose another folder with afterglow.data-dir (AFTERGLOW_DATA_DIR).",
                    e);
        }
    }

    private static FileChannel lockedOrForgotten(DataFolder data, Path folder) throws IOException {
        boolean locked = false;
        try {
            FileChannel channel = lockedChannel(data);
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                HELD_HERE.remove(folder);
            }
        }
    }

    private static FileChannel lockedChannel(DataFolder data) throws IOException {
        FileChannel channel = FileChannel.open(
                data.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            try (channel) {
                throw taken(data, holder(channel));
            }
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return channel;
    }

    private static String holder(FileChannel channel) {
        try {
            ByteBuffer text = ByteBuffer.allocate(32);
            channel.read(text, 0);
            return StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static LocalRunFailure taken(DataFolder data, String pid) {
        return new LocalRunFailure(
                "The data folder " + data.path() + " is in use by another Afterglow"
                        + (pid.isEmpty() ? "" : " (process " + pid + ")") + ".",
                "Stop the other one, or give this one its own folder with afterglow.data-dir (AFTERGLOW_DATA_DIR)"
                        + " and its own ports (afterglow.local.*-port, server.port).",
                null);
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
