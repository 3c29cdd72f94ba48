package dev.afterglow.intake.medusa;

import dev.afterglow.intake.providers.Proof;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 over the raw body, in hexadecimal digits; Medusa itself signs nothing, so the shop's subscriber does. */
final class MedusaSignature {

    private MedusaSignature() {}

    /** Whether a holder of one of the secrets signed exactly this body; compared in constant time. */
    static boolean isValid(List<String> secrets, byte[] body, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        String shown = signature.strip().replaceFirst("^sha256=", "");
        return secrets.stream()
                .map(secret -> HexFormat.of().formatHex(Proof.hmac("HmacSHA256", secret, body)))
                .anyMatch(expected -> Proof.isShown(expected, shown));
    }
}
