package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterglow.messaging.words.Rendered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, checked by a second reading of RFC 6376 that shares no code with the first. */
class DkimSignerTest {

    private static final Map<String, KeyPair> KEYS = generated();
    private static final Map<String, KeyPair> OTHERS = generated();

    private static final Rendered WORDS =
            new Rendered("Grüße  an   Ada", "<p>Hello \t world</p>  \n\n\n", "Hello  world \n\n\n\n");

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void whoeverHasThePublicKeyCanTellThatTheMailIsOurs(String algorithm) throws Exception {
        KeyPair keys = keys(algorithm);
        String mail = signed(keys, "https://shop.example/u/abc");

        assertThat(mail)
                .startsWith(
                        "DKIM-Signature: v=1; a=" + algorithm.toLowerCase(Locale.ROOT) + "-sha256; c=relaxed/relaxed");
        assertThat(isGenuine(mail, keys)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void whatWasChangedOnTheWayIsFound(String algorithm) throws Exception {
        KeyPair keys = keys(algorithm);
        String mail = signed(keys, "https://shop.example/u/abc");

        assertThat(isGenuine(mail.replace("world", "moon"), keys)).isFalse();
        assertThat(isGenuine(mail.replace("/u/abc", "/u/abd"), keys)).isFalse();
        assertThat(isGenuine(mail.replace("\r\nSubject: ", "\r\nSubject: x"), keys))
                .isFalse();
        assertThat(isGenuine(mail.replace("One-Click", "Two-Click"), keys)).isFalse();
        assertThat(isGenuine(mail, OTHERS.get(algorithm)))
                .as("with another key")
                .isFalse();
    }

    @Test
    void whatMailServersMayChangeIsForgiven() throws Exception {
        KeyPair keys = keys("RSA");
        String mail = signed(keys, null);

        assertThat(isGenuine(
                        mail.replace("Auto-Submitted: auto-generated", "auto-submitted:\r\n  auto-generated  "), keys))
                .isTrue();
        assertThat(isGenuine(mail + "\r\n\r\n", keys)).isTrue();
    }

    @Test
    void aHeaderNobodyWroteCannotBeAdded() throws Exception {
        KeyPair keys = keys("RSA");
        String mail = signed(keys, null);

        assertThat(mail).containsPattern("h=[^;]*:List-Unsubscribe:List-Unsubscribe-Post;");
        assertThat(isGenuine(
                        mail.replace("\r\nSubject:", "\r\nList-Unsubscribe: <https://evil.example>\r\nSubject:"), keys))
                .isFalse();
    }

    @Test
    void theSameMailHasTheSameSignature() throws Exception {
        KeyPair keys = keys("RSA");

        assertThat(signed(keys, null)).isEqualTo(signed(keys, null));
    }

    @Test
    void aKeyMayBeInAFile(@TempDir Path folder) throws Exception {
        KeyPair keys = keys("RSA");
        Path file = Files.writeString(folder.resolve("dkim.pem"), pem(keys.getPrivate()));

        assertThat(isGenuine(signed(file.toString(), null), keys)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nTOP-SECRET\n-----END PRIVATE KEY-----",
                "/no/such/file/TOP-SECRET"
            })
    void aKeyThatIsNoneIsSaidAtTheStartAndNotShown(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signed(key, null))
                .withMessageContaining("afterglow.messaging.smtp.dkim.private-key")
                .withMessageNotContaining("TOP-SECRET");
    }

    @Test
    void halfOfTheSettingsIsSaidAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmtpSettings.Dkim("shop.example", null, "TOP-SECRET"))
                .withMessage(
                        "afterglow.messaging.smtp.dkim.domain and afterglow.messaging.smtp.dkim.private-key is set,"
                                + " so afterglow.messaging.smtp.dkim.selector must be set too");
        assertThat(new SmtpSettings.Dkim("shop.example", "s1", "TOP-SECRET").toString())
                .doesNotContain("TOP-SECRET");
    }

    private static String signed(KeyPair keys, String unsubscribe) throws Exception {
        return signed(pem(keys.getPrivate()), unsubscribe);
    }

    private static String signed(String key, String unsubscribe) throws Exception {
        SmtpSettings settings = new SmtpSettings(
                8,
                100,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                null,
                Duration.ZERO,
                null,
                null,
                new SmtpSettings.Dkim("shop.example", "s1", key));
        MailWriter writer = new MailWriter(MailWriterTest.shop("Shop <hello@shop.example>"), settings);
        return new String(
                MailWriterTest.bytes(writer, MailWriterTest.envelope(WORDS, unsubscribe)), StandardCharsets.ISO_8859_1);
    }

    private static boolean isGenuine(String mail, KeyPair keys) throws Exception {
        String head = mail.substring(0, mail.indexOf("\r\n\r\n") + 2);
        List<String> fields = new ArrayList<>();
        Matcher field = Pattern.compile("[^\\r]*\\r\\n([ \\t][^\\r]*\\r\\n)*").matcher(head);
        while (field.find()) {
            fields.add(field.group());
        }
        String own = fields.removeFirst();
        if (!tag(own, "bh").equals(Base64.getEncoder().encodeToString(sha256(body(mail))))) {
            return false;
        }
        StringBuilder signed = new StringBuilder();
        for (String name : tag(own, "h").split(":")) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    signed.append(relaxed(fields.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        signed.append(relaxed(own.substring(0, own.lastIndexOf("b=") + 2)));
        byte[] bytes = signed.toString().getBytes(StandardCharsets.ISO_8859_1);
        boolean rsa = keys.getPublic().getAlgorithm().equals("RSA");
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initVerify(keys.getPublic());
        signature.update(rsa ? bytes : MessageDigest.getInstance("SHA-256").digest(bytes));
        return signature.verify(Base64.getDecoder().decode(tag(own, "b")));
    }

    private static String tag(String field, String name) {
        Matcher tag = Pattern.compile("[;:]\\s*" + name + "=([^;]*)").matcher(field);
        assertThat(tag.find()).isTrue();
        return tag.group(1).replaceAll("\\s", "");
    }

    private static String relaxed(String field) {
        String unfolded = field.replace("\r\n", "").replace('\t', ' ');
        String[] parts = unfolded.split(":", 2);
        return parts[0].toLowerCase(Locale.ROOT).trim() + ":"
                + parts[1].replaceAll(" +", " ").trim();
    }

    private static String body(String mail) {
        List<String> lines = new ArrayList<>(
                List.of(mail.substring(mail.indexOf("\r\n\r\n") + 4).split("\r\n", -1)));
        lines.replaceAll(line -> line.replaceAll("[ \t]+", " ").replaceAll(" $", ""));
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n";
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static KeyPair keys(String algorithm) {
        return KEYS.get(algorithm);
    }

    private static Map<String, KeyPair> generated() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return Map.of(
                    "RSA",
                    rsa.generateKeyPair(),
                    "Ed25519",
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
