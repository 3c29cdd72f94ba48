package dev.afterglow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that programs show. Only its digest is kept, and compared in constant time. */
@Component
class ApiKey {

    private final byte @Nullable [] digest;

    ApiKey(AccessSettings settings) {
        String key = settings.apiKey();
        digest = key == null || key.isBlank() ? null : sha256(key.strip());
    }

    boolean isConfigured() {
        return digest != null;
    }

    boolean matches(String shown) {
        return digest != null && MessageDigest.isEqual(digest, sha256(shown));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
