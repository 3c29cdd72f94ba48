package dev.afterglow.intake.sendgrid;

import dev.afterglow.intake.providers.Mutations;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendgridForgeryTest {

    private static final String BODY = "[{\"email\": \"a@example.com\", \"event\": \"dropped\"}]\r\n";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(256);
        KeyPair pair = pairs.generateKeyPair();
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(("1600112502" + BODY).getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());

        Mutations.ofAll(
                10_000,
                Map.of("body", BODY, "timestamp", "1600112502", "signature", signature),
                parts -> SendgridSignature.isValid(
                        pair.getPublic(), text(parts, "timestamp"), parts.get("body"), text(parts, "signature")));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
