/** Staff pages and the read API: the one place that reads across all rooms. */
@NullMarked
package dev.afterglow.console;

import org.jspecify.annotations.NullMarked;
