/** Postmark's webhooks. */
@NullMarked
package dev.afterglow.intake.postmark;

import org.jspecify.annotations.NullMarked;
