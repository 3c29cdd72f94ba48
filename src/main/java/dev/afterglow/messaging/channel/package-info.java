/** How messages leave: one small class for each way, all behind the same seam. */
@NullMarked
package dev.afterglow.messaging.channel;

import org.jspecify.annotations.NullMarked;
