package dev.afterglow.history;

import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Format;
import dev.afterglow.shop.ShopKey;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a file to be taken.
 *
 * @param shop whose history it is
 * @param zone of dates that name none
 * @param currency of amounts that name none, ISO 4217
 * @param dates what 12/1/10 means; null: the file says so
 * @param dryRun only to see what would be refused
 */
public record Manner(
        ShopKey shop,
        Format format,
        ZoneId zone,
        @Nullable String currency,
        @Nullable DateOrder dates,
        boolean dryRun) {}
