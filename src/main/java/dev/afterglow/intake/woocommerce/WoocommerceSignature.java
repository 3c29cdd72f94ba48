package dev.afterglow.intake.woocommerce;

import dev.afterglow.intake.providers.Proof;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over the raw body, in base64. Source: WooCommerce REST API, "Webhooks"
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks).
 */
final class WoocommerceSignature {

    private WoocommerceSignature() {}

    /** Whether a holder of one of the account's secrets signed exactly this body; compared in constant time. */
    static boolean isValid(Account account, byte[] body, @Nullable String signature) {
        return account.secrets().stream()
                .map(secret -> Base64.getEncoder().encodeToString(Proof.hmac("HmacSHA256", secret, body)))
                .anyMatch(expected -> Proof.isShown(expected, signature == null ? null : signature.strip()));
    }
}
