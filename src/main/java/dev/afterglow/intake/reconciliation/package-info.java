/** Asks shops for their recent orders and finds what their webhooks lost. */
@NullMarked
package dev.afterglow.intake.reconciliation;

import org.jspecify.annotations.NullMarked;
