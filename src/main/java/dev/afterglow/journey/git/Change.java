package dev.afterglow.journey.git;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What changed from one stored thing to another: pieces to copy, and pieces that are new (git's pack-format, deltified). */
final class Change {

    private static final int LONGEST_PIECE = 0x10000;
    private static final int MORE = 0x80;

    private Change() {}

    static byte[] apply(byte[] change, byte[] base) throws IOException {
        ByteBuffer pieces = ByteBuffer.wrap(change);
        if (number(pieces) != base.length) {
            throw new IOException("git stored a change of something else");
        }
        ByteBuffer whole = ByteBuffer.allocate((int) Math.min(number(pieces), Store.LARGEST));
        while (pieces.hasRemaining()) {
            int piece = Byte.toUnsignedInt(pieces.get());
            if ((piece & MORE) == 0) {
                whole.put(pieces.slice(pieces.position(), piece));
                pieces.position(pieces.position() + piece);
            } else {
                int from = bytes(pieces, piece, 4);
                int length = bytes(pieces, piece >> 4, 3);
                whole.put(base, from, length == 0 ? LONGEST_PIECE : length);
            }
        }
        return whole.array();
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        int next = MORE;
        for (int shift = 0; (next & MORE) != 0; shift += 7) {
            next = from.get();
            number |= (long) (next & ~MORE & 0xff) << shift;
        }
        return number;
    }

    /** Up to so many bytes, least first; a bit says of each whether it is there. */
    private static int bytes(ByteBuffer from, int which, int most) {
        int value = 0;
        for (int i = 0; i < most; i++) {
            if (((which >> i) & 1) != 0) {
                value |= Byte.toUnsignedInt(from.get()) << (8 * i);
            }
        }
        return value;
    }
}
