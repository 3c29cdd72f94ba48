package dev.afterglow.intake.sendgrid;

import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ECDSA (P-256, SHA-256) over the timestamp and the raw body. Source: Twilio SendGrid, "Event webhook security features"
 * (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
 */
final class SendgridSignature {

    private SendgridSignature() {}

    /** The key in base64; empty when it is none. */
    static Optional<PublicKey> key(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Whether the key's holder signed exactly this at exactly that time. */
    static boolean isValid(PublicKey key, @Nullable String timestamp, byte[] body, @Nullable String signature) {
        if (timestamp == null || signature == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(StandardCharsets.UTF_8));
            verifier.update(body);
            byte[] decoded = Base64.getDecoder().decode(signature);
            // why: several texts in base64 can stand for the same bytes; SendGrid writes only one of them.
            return Proof.isShown(Base64.getEncoder().encodeToString(decoded), signature) && verifier.verify(decoded);
        } catch (SignatureException | IllegalArgumentException broken) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA256withECDSA", e);
        }
    }
}
