package dev.afterglow.intake.ses;

import dev.afterglow.intake.Field;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of Amazon SNS. Source: AWS, "Verifying the signatures of Amazon SNS messages"
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
 */
record SnsMessage(String type, String id, String topic, String message, Field field) {

    static final String NOTIFICATION = "Notification";
    static final String CONFIRMATION = "SubscriptionConfirmation";
    static final String GOODBYE = "UnsubscribeConfirmation";

    private static final int LONGEST = 1_000_000;
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    static SnsMessage of(Field field) {
        field.object();
        String type = required(field, "Type");
        if (!List.of(NOTIFICATION, CONFIRMATION, GOODBYE).contains(type)) {
            throw field.at("Type").refuse("is not a kind of message that SNS sends");
        }
        return new SnsMessage(
                type,
                field.at("MessageId").requiredId(),
                required(field, "TopicArn"),
                required(field, "Message"),
                field);
    }

    @Nullable
    String certificateUrl() {
        return raw("SigningCertURL");
    }

    @Nullable
    String subscribeUrl() {
        return raw("SubscribeURL");
    }

    /** Whether the key's holder signed this, in the older way (version 1, SHA-1) or the newer one (2, SHA-256). */
    boolean isSignedBy(PublicKey key) {
        String signature = raw("Signature");
        String algorithm = switch (String.valueOf(raw("SignatureVersion"))) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> null;
        };
        if (signature == null || algorithm == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed().getBytes(StandardCharsets.UTF_8));
            byte[] decoded = Base64.getDecoder().decode(signature);
            // why: several texts in base64 can stand for the same bytes; Amazon writes only one of them.
            return Base64.getEncoder().encodeToString(decoded).equals(signature) && verifier.verify(decoded);
        } catch (SignatureException | IllegalArgumentException broken) {
            return false;
        } catch (GeneralSecurityException notRsa) {
            return false;
        }
    }

    private String signed() {
        StringBuilder signed = new StringBuilder();
        for (String name : type.equals(NOTIFICATION) ? OF_NOTIFICATION : OF_CONFIRMATION) {
            String value = raw(name);
            if (value != null) {
                signed.append(name).append('\n').append(value).append('\n');
            }
        }
        return signed.toString();
    }

    // why: what is signed is the text as it is, not stripped of anything.
    private @Nullable String raw(String name) {
        var node = field.at(name).node();
        return node == null || !node.isTextual() ? null : node.textValue();
    }

    private static String required(Field field, String name) {
        String text = field.at(name).text(LONGEST);
        if (text == null) {
            throw field.at(name).refuse("is missing");
        }
        return text;
    }
}
