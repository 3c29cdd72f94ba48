package dev.afterglow.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads what senders send: exact numbers, bounded depth, no guessing. */
public final class Json {

    private static final int DEEPEST = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Json() {}

    /**
     * Reads a body.
     *
     * @throws Refusal saying where it stops being JSON
     */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(text(body));
            if (node == null || node.isMissingNode()) {
                throw Refusal.wrongShape("The body is empty; JSON is expected.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Refusal.wrongShape("The body is not JSON: " + where(e));
        } catch (NumberFormatException e) {
            throw Refusal.wrongShape("The body holds a number nobody can count to.");
        }
    }

    // why: a parser that guesses the encoding, or overlooks a broken letter, understands something that was not said.
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.wrongShape("The body is not JSON: it is not UTF-8.");
        }
    }

    // why: the parser's own message quotes what it choked on, which may be personal.
    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it cannot be read."
                : "line %d, column %d."
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** SHA-256, as hexadecimal digits. */
    public static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** SHA-256 of some texts, as hexadecimal digits. */
    public static String hash(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return hash(bytes);
    }
}
