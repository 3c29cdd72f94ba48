/** Shippo's tracking webhooks. */
@NullMarked
package dev.afterglow.intake.shippo;

import org.jspecify.annotations.NullMarked;
