/** Mailgun's webhooks. */
@NullMarked
package dev.afterglow.intake.mailgun;

import org.jspecify.annotations.NullMarked;
