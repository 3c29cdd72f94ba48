package dev.afterglow.customer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns addresses into keyed hashes (HMAC-SHA256): the same address is recognised, and nobody can read it. */
@Component
class AddressHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEPT = "select secret from address_keys where name = 'addresses'";
    private static final String KEEP =
            "insert into address_keys (name, secret) values ('addresses', ?) on conflict do nothing";

    private final Mac keyed;

    AddressHashes(SuppressionSettings settings, JdbcClient jdbc) {
        String configured = settings.key();
        String text = configured == null || configured.isBlank() ? kept(jdbc) : configured;
        keyed = keyed(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    String of(String channel, String address) {
        String normal = Addresses.normal(channel, address);
        return HexFormat.of().formatHex(fresh().doFinal(normal.getBytes(StandardCharsets.UTF_8)));
    }

    // why: one cannot be used by two threads at once, and to look one up takes longer than to use it.
    private Mac fresh() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own can be copied", e);
        }
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String kept(JdbcClient jdbc) {
        return jdbc.sql(KEPT).query(String.class).optional().orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql(KEEP).param(HexFormat.of().formatHex(fresh)).update();
            return jdbc.sql(KEPT).query(String.class).single();
        });
    }
}
