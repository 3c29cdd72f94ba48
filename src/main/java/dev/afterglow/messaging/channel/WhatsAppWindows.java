package dev.afterglow.messaging.channel;

import dev.afterglow.sql.Instants;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wrote to the shop on WhatsApp within the last day: only to them free text may be sent. Numbers are kept as hashes,
 * and for a day.
 */
@Repository
public class WhatsAppWindows {

    /** From a customer's last message on (Meta, "customer service windows"). */
    static final Duration OPEN_FOR = Duration.ofHours(24);

    private static final String INSERT =
            "insert into whatsapp_windows (number_hash, heard_at) values (?, ?) on conflict do nothing";
    private static final String LATER =
            "update whatsapp_windows set heard_at = ? where number_hash = ? and heard_at < ?";
    private static final String IS_OPEN =
            "select count(*) from whatsapp_windows where number_hash = ? and heard_at > ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    WhatsAppWindows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * This number wrote to the shop at that time; the latest counts.
     *
     * @param phone with its country's code, with or without the plus sign
     */
    @Transactional
    public void heardFrom(String phone, Instant at) {
        var time = Instants.param(at);
        jdbc.sql("delete from whatsapp_windows where heard_at <= ?")
                .param(Instants.param(clock.instant().minus(OPEN_FOR)))
                .update();
        if (jdbc.sql(INSERT).params(hash(phone), time).update() == 0) {
            jdbc.sql(LATER).params(time, hash(phone), time).update();
        }
    }

    /** True while free text may be sent to this number. */
    boolean isOpen(String phone) {
        return jdbc.sql(IS_OPEN)
                        .params(hash(phone), Instants.param(clock.instant().minus(OPEN_FOR)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String hash(String phone) {
        try {
            byte[] digits = phone.replaceAll("\\D", "").getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
