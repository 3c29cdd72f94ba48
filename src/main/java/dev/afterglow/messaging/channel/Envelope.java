package dev.afterglow.messaging.channel;

import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out; every attempt has the same content.
 *
 * @param id of the message in the ledger
 * @param to the address, as the channel writes it
 * @param locale BCP 47 tag of the words' language
 * @param date when it was written
 * @param unsubscribe where a POST ends messages of this kind (RFC 8058); null where that makes no sense
 */
public record Envelope(
        String id,
        String to,
        Rendered words,
        Purpose purpose,
        String locale,
        Instant date,
        @Nullable String unsubscribe) {}
