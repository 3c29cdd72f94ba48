package dev.afterglow.intake.twilio;

import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA1 over the address that was called and the fields of the form; of any other body the address holds the hash.
 * Source: Twilio, "Webhooks security" (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
 */
final class TwilioSignature {

    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?:]+)(?::(\\d+))?(.*)", Pattern.DOTALL);
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)");

    private TwilioSignature() {}

    /** Whether the token's holder called this address with this form, or with a body that has the hash in the address. */
    static boolean isValid(@Nullable String token, String address, byte[] body, @Nullable String signature) {
        if (token == null || token.isBlank()) {
            return false;
        }
        Matcher hashed = BODY_HASH.matcher(address);
        if (hashed.find()) {
            return Proof.isShown(sha256(body), hashed.group(1).toLowerCase(Locale.ROOT))
                    && isValid(token, address, "", signature);
        }
        StringBuilder fields = new StringBuilder();
        Form.read(body)
                .fields()
                .forEach((name, values) ->
                        values.forEach(value -> fields.append(name).append(value)));
        return isValid(token, address, fields.toString(), signature);
    }

    // why: Twilio signs the address sometimes with the port and sometimes without.
    private static boolean isValid(String token, String address, String fields, @Nullable String signature) {
        boolean valid = false;
        for (String form : forms(address)) {
            byte[] hmac = Proof.hmac("HmacSHA1", token, bytes(form), bytes(fields));
            valid |= Proof.isShown(Base64.getEncoder().encodeToString(hmac), signature);
        }
        return valid;
    }

    private static List<String> forms(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return List.of(address);
        }
        String scheme = parts.group(1);
        String usual = scheme.equals("https") ? "443" : "80";
        String port = parts.group(3) == null ? usual : parts.group(3);
        String front = scheme + "://" + parts.group(2);
        return List.of(front + parts.group(4), front + ":" + port + parts.group(4));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
