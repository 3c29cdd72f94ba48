package dev.afterglow.messaging.channel;

import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out; every attempt has the same content.
 *
 * @param id of the message in the ledger
 * @param to the address, as the channel writes it
 * @param locale BCP 47 tag of the words' language
 * @param date when it was written
 * @param shop in whose name it goes
 * @param unsubscribe where a POST ends messages of this kind (RFC 8058); null where that makes no sense
 */
public record Envelope(
        String id,
        ShopKey shop,
        String to,
        Rendered words,
        Purpose purpose,
        String locale,
        Instant date,
        @Nullable String unsubscribe) {

    /** A message of the main shop. */
    public Envelope(
            String id,
            String to,
            Rendered words,
            Purpose purpose,
            String locale,
            Instant date,
            @Nullable String unsubscribe) {
        this(id, ShopKey.MAIN, to, words, purpose, locale, date, unsubscribe);
    }

    /** The same in the name of that shop. */
    public Envelope in(ShopKey other) {
        return shop.equals(other) ? this : new Envelope(id, other, to, words, purpose, locale, date, unsubscribe);
    }
}
