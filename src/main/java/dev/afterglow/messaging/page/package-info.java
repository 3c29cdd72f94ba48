/** What customers open without signing in: the addresses messages carry, and the pages behind them. */
@NullMarked
package dev.afterglow.messaging.page;

import org.jspecify.annotations.NullMarked;
