package dev.afterglow.messaging.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The part of an address nobody can guess: 144 random bits. Whoever has it needs no other proof, so the table holds only
 * its hash; without a salt, because there is nothing to guess.
 */
record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    // why: a multiple of three, so that each token has one spelling only.
    private static final int BYTES = 18;

    /** A token nobody has. */
    static Token fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(TEXT.encodeToString(bytes));
    }

    /** Its SHA-256, in 43 characters. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return TEXT.encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    // why: it opens pages; it is nothing for a log.
    @Override
    public String toString() {
        return "Token";
    }
}
