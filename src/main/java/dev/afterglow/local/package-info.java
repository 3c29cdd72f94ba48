/** Starts a real broker beside the app for development, rehearsal and tests, and lets time be moved there. */
@NullMarked
package dev.afterglow.local;

import org.jspecify.annotations.NullMarked;
