package dev.afterglow.intake.ses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Mutations;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SesForgeryTest {

    private static final String TYPE = "Notification";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        KeyPair pair = pairs.generateKeyPair();
        Map<String, String> genuine = new TreeMap<>(Map.of(
                "Message", "{\"eventType\": \"Bounce\"}",
                "MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                "Subject", "Amazon SES",
                "Timestamp", "2026-05-10T09:00:00.000Z",
                "TopicArn", "arn:aws:sns:eu-west-1:123456789012:ses-reports",
                "Type", TYPE));
        StringBuilder text = new StringBuilder();
        genuine.forEach(
                (name, value) -> text.append(name).append('\n').append(value).append('\n'));
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(pair.getPrivate());
        signer.update(text.toString().getBytes(StandardCharsets.UTF_8));
        genuine.put("Signature", Base64.getEncoder().encodeToString(signer.sign()));
        genuine.put("SignatureVersion", "2");

        Mutations.ofAll(10_000, genuine, parts -> isAccepted(parts, pair.getPublic()));
    }

    private static boolean isAccepted(Map<String, byte[]> parts, PublicKey key) {
        ObjectNode sns = JsonNodeFactory.instance.objectNode();
        parts.keySet().forEach(name -> sns.put(name, text(parts, name)));
        try {
            return SnsMessage.of(Field.root(sns)).isSignedBy(key);
        } catch (Refusal refused) {
            return false;
        }
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
