package dev.afterglow.messaging;

import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words as one person would get them.
 *
 * @param shop in whose name
 * @param locale the language they are written in
 * @param to the address; personal; null when this person has none on the channel
 * @param fields what else the channel wants to know
 * @param verdict null for people nobody is
 */
public record Preview(
        ShopKey shop,
        String locale,
        String purpose,
        String topic,
        @Nullable String to,
        String subject,
        String html,
        String plain,
        Map<String, String> fields,
        @Nullable Verdict verdict) {

    /** Which words, for whom. */
    public record Wanted(String journey, String name, String channel, String locale, Reader reader) {}

    /**
     * What the rules say if a journey asked for it now.
     *
     * @param reason why not; null when it would be sent
     * @param until when it would be asked again; null when it would not be sent at all
     */
    public record Verdict(@Nullable String reason, @Nullable Instant until) {}
}
