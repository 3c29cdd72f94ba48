/** The door for what senders report: verified, mapped, stored in one transaction, then answered. */
@NullMarked
package dev.afterglow.intake;

import org.jspecify.annotations.NullMarked;
