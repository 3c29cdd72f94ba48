/** EasyPost's tracking webhooks. */
@NullMarked
package dev.afterglow.intake.easypost;

import org.jspecify.annotations.NullMarked;
