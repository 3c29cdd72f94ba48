package dev.afterglow.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A lot that falls the same way whenever it is drawn for the same things: by chance for many, sticky for each. */
public final class Lot {

    private final long drawn;

    private Lot(long drawn) {
        this.drawn = drawn;
    }

    /** The lot of these things together, such as a journey and a customer. */
    public static Lot of(String... things) {
        byte[] digest = sha256().digest(String.join("\n", things).getBytes(StandardCharsets.UTF_8));
        return new Lot(ByteBuffer.wrap(digest).getLong());
    }

    /** A number from 0 up to, but not including, the bound; each as likely as any other. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(drawn, bound);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
