/** SendGrid's event webhook. */
@NullMarked
package dev.afterglow.intake.sendgrid;

import org.jspecify.annotations.NullMarked;
