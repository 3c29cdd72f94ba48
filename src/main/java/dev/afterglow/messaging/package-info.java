/** Messages to customers: words, policies, channels, and the ledger that never repeats. */
@NullMarked
package dev.afterglow.messaging;

import org.jspecify.annotations.NullMarked;
