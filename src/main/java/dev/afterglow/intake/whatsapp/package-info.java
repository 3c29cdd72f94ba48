/** WhatsApp Cloud API webhooks. */
@NullMarked
package dev.afterglow.intake.whatsapp;

import org.jspecify.annotations.NullMarked;
