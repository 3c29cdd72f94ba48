package dev.afterglow.privacy;

import dev.afterglow.shop.ShopKey;
import java.time.Instant;

/**
 * Who asks for something in somebody's name.
 *
 * @param sender the shop, by the name its reports have, such as {@code shopify:shop.example}
 * @param requestId the sender's own id of it; asked again with the same, nothing is done
 */
public record Asking(String sender, ShopKey shop, String requestId, Instant at) {}
