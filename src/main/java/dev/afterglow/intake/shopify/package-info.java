/** Shopify webhooks. */
@NullMarked
package dev.afterglow.intake.shopify;

import org.jspecify.annotations.NullMarked;
