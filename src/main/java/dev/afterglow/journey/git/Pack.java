package dev.afterglow.journey.git;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many stored things in one file, most of them as what changed against another: git's pack-format, index version 2. */
final class Pack {

    private static final int HEADER = 8;
    private static final int FAN_OUT = 256 * 4;
    private static final int CHECK = 4;
    private static final int OFFSET = 4;
    private static final int AGAINST_EARLIER = 6;
    private static final int AGAINST_ID = 7;
    private static final int MORE = 0x80;

    private final Path indexFile;
    private final Store store;
    private @Nullable ByteBuffer index;

    Pack(Path indexFile, Store store) {
        this.indexFile = indexFile;
        this.store = store;
    }

    /** What has this id; empty when it is not in here. */
    Optional<Stored> find(String id) throws IOException {
        long offset = offset(HexFormat.of().parseHex(id));
        if (offset < 0) {
            return Optional.empty();
        }
        String name = indexFile.getFileName().toString().replaceFirst("idx$", "pack");
        return Optional.of(read(indexFile.resolveSibling(name), offset, id.length() / 2));
    }

    private long offset(byte[] id) throws IOException {
        ByteBuffer from = index();
        int first = Byte.toUnsignedInt(id[0]);
        int low = first == 0 ? 0 : from.getInt(HEADER + 4 * (first - 1));
        int high = from.getInt(HEADER + 4 * first);
        int count = from.getInt(HEADER + FAN_OUT - 4);
        int ids = HEADER + FAN_OUT;
        byte[] found = new byte[id.length];
        while (low < high) {
            int middle = (low + high) >>> 1;
            from.get(ids + middle * id.length, found);
            int order = Arrays.compareUnsigned(found, id);
            if (order == 0) {
                int offsets = ids + count * (id.length + CHECK);
                int offset = from.getInt(offsets + OFFSET * middle);
                return offset >= 0 ? offset : from.getLong(offsets + OFFSET * count + 8 * (offset & Integer.MAX_VALUE));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return -1;
    }

    private ByteBuffer index() throws IOException {
        ByteBuffer read = index;
        if (read == null) {
            read = ByteBuffer.wrap(Files.readAllBytes(indexFile));
            if (read.getInt(0) != 0xff744f63 || read.getInt(4) != 2) {
                throw new IOException("git has an index of another version");
            }
            index = read;
        }
        return read;
    }

    private Stored read(Path pack, long offset, int idLength) throws IOException {
        try (FileChannel file = FileChannel.open(pack).position(offset);
                DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)))) {
            int next = in.readUnsignedByte();
            int kind = (next >> 4) & 7;
            while ((next & MORE) != 0) {
                next = in.readUnsignedByte();
            }
            return switch (kind) {
                case AGAINST_EARLIER -> changed(read(pack, offset - distance(in), idLength), in);
                case AGAINST_ID -> changed(store.read(HexFormat.of().formatHex(in.readNBytes(idLength))), in);
                default -> new Stored(kind, Store.inflate(in));
            };
        }
    }

    private static Stored changed(Stored from, DataInputStream in) throws IOException {
        return new Stored(from.kind(), Change.apply(Store.inflate(in), from.content()));
    }

    private static long distance(DataInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        long distance = next & ~MORE;
        while ((next & MORE) != 0) {
            next = in.readUnsignedByte();
            distance = ((distance + 1) << 7) | (next & ~MORE);
        }
        return distance;
    }
}
