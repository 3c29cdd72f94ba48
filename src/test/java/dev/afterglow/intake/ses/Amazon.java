package dev.afterglow.intake.ses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The other side of the wire: signs as SNS does, with a certificate of its own, written apart from the code under test. */
final class Amazon implements Fetching {

    static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ses-reports";
    static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem";

    private final PrivateKey key;
    private final byte[] certificate;
    final List<URI> fetched = new ArrayList<>();

    Amazon(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("amazon.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=sns.amazonaws.com",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "for-tests",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream read = Files.newInputStream(store)) {
            keys.load(read, "for-tests".toCharArray());
        }
        key = (PrivateKey) keys.getKey("sns", "for-tests".toCharArray());
        certificate = keys.getCertificate("sns").getEncoded();
    }

    @Override
    public byte[] get(URI address) {
        fetched.add(address);
        return certificate.clone();
    }

    ObjectNode notification(String message) {
        ObjectNode sns = bare("Notification", message);
        sns.put("Subject", "Amazon SES Email Event Notification");
        return signed(sns, "2");
    }

    ObjectNode confirmation(String subscribeUrl) {
        ObjectNode sns = bare("SubscriptionConfirmation", "You have chosen to subscribe.");
        sns.put("Token", "2336412f37");
        sns.put("SubscribeURL", subscribeUrl);
        return signed(sns, "2");
    }

    ObjectNode signed(ObjectNode sns, String version) {
        List<String> names = sns.get("Type").asText().equals("Notification")
                ? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
                : List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
        StringBuilder text = new StringBuilder();
        names.stream()
                .filter(sns::has)
                .forEach(name -> text.append(name)
                        .append("\n")
                        .append(sns.get(name).asText())
                        .append("\n"));
        sns.put("SignatureVersion", version);
        sns.put(
                "Signature",
                sign(Map.of("1", "SHA1withRSA", "2", "SHA256withRSA").get(version), text.toString()));
        return sns;
    }

    private static ObjectNode bare(String type, String message) {
        ObjectNode sns = JsonNodeFactory.instance.objectNode();
        sns.put("Type", type);
        sns.put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
        sns.put("TopicArn", TOPIC);
        sns.put("Message", message);
        sns.put("Timestamp", "2026-05-10T09:00:00.000Z");
        sns.put("SigningCertURL", CERTIFICATE);
        return sns;
    }

    private String sign(String algorithm, String text) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
