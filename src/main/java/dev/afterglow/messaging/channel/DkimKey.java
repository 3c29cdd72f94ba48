package dev.afterglow.messaging.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads the private key mails are signed with. */
final class DkimKey {

    private static final String NAME = "afterglow.messaging.smtp.dkim.private-key";

    private DkimKey() {}

    /**
     * Reads it.
     *
     * @param pemOrPath PKCS#8 as PEM, or the path of a file that holds it
     * @throws IllegalArgumentException when it is no such key; the message shows nothing of it
     */
    static PrivateKey read(String pemOrPath) {
        String pem = pemOrPath.contains("-----BEGIN") ? pemOrPath : file(pemOrPath);
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException(
                    NAME + " is not in PKCS#8 (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes it so");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "\n"));
            return key(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(NAME + " is neither an RSA nor an Ed25519 key", e);
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
        }
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            // why: without the cause, whose text would show the value, and that may be a key after all.
            throw new IllegalArgumentException(NAME + " is neither a key nor the path of a readable file");
        }
    }
}
