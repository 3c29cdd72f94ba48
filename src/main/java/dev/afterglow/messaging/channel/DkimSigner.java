package dev.afterglow.messaging.channel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs mails in the name of a domain (RFC 6376), relaxed in headers and body, with RSA or Ed25519 (RFC 8463). The time
 * of signing is that of writing, so that the same mail has the same signature.
 */
final class DkimSigner {

    // why: those a mail lacks are named too, so that nobody can add them; RFC 8058 asks for the last two.
    private static final List<String> HEADERS = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "Cc",
            "MIME-Version",
            "Content-Type",
            "Content-Language",
            "Content-Transfer-Encoding",
            "Auto-Submitted",
            "Feedback-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    private DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /** The signer that is configured; null when none is. */
    static @Nullable DkimSigner of(SmtpSettings.Dkim settings) {
        return settings.domain() == null || settings.domain().isBlank()
                ? null
                : new DkimSigner(
                        settings.domain(),
                        Objects.requireNonNull(settings.selector()),
                        DkimKey.read(Objects.requireNonNull(settings.privateKey())));
    }

    /** The mail with the signature in front. */
    byte[] signed(byte[] mail, Instant at) {
        CanonicalMail canonical = CanonicalMail.of(mail);
        try {
            String header =
                    "DKIM-Signature: v=1; a=%s; c=relaxed/relaxed; d=%s; s=%s; t=%d;\r\n h=%s;\r\n bh=%s;\r\n b="
                            .formatted(
                                    algorithm(),
                                    domain,
                                    selector,
                                    at.getEpochSecond(),
                                    String.join(":", HEADERS),
                                    base64(sha256(canonical.body().getBytes(StandardCharsets.ISO_8859_1))));
            String signature = base64(signature(canonical.headers(HEADERS) + CanonicalMail.relaxed(header)));
            ByteArrayOutputStream signed = new ByteArrayOutputStream(mail.length + 1024);
            signed.writeBytes((header + signature + "\r\n").getBytes(StandardCharsets.US_ASCII));
            signed.writeBytes(mail);
            return signed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the mail cannot be signed", e);
        }
    }

    private String algorithm() {
        return isRsa() ? "rsa-sha256" : "ed25519-sha256";
    }

    private boolean isRsa() {
        return key.getAlgorithm().equals("RSA");
    }

    private byte[] signature(String headers) throws GeneralSecurityException {
        byte[] bytes = headers.getBytes(StandardCharsets.ISO_8859_1);
        Signature signature = Signature.getInstance(isRsa() ? "SHA256withRSA" : "Ed25519");
        signature.initSign(key);
        signature.update(isRsa() ? bytes : sha256(bytes));
        return signature.sign();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
