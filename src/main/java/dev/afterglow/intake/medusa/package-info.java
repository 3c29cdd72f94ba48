/** Thin events of Medusa, which only say what to look at: it is fetched from the shop before they are answered. */
@NullMarked
package dev.afterglow.intake.medusa;

import org.jspecify.annotations.NullMarked;
