/** Twilio: what became of text messages, and what customers text back. */
@NullMarked
package dev.afterglow.intake.twilio;

import org.jspecify.annotations.NullMarked;
