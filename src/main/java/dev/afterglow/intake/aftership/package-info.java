/** AfterShip's tracking webhooks. */
@NullMarked
package dev.afterglow.intake.aftership;

import org.jspecify.annotations.NullMarked;
