/** WooCommerce webhooks. */
@NullMarked
package dev.afterglow.intake.woocommerce;

import org.jspecify.annotations.NullMarked;
