package dev.afterglow.recommendation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a shop sold.
 *
 * @param id the shop's id of it, or its stock code where nobody told the id
 * @param title as it was called last
 * @param buyers how many people bought it
 * @param soldAt when it was sold last
 */
public record Product(String id, @Nullable String sku, String title, int buyers, Instant soldAt) {}
