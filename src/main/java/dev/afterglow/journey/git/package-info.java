/** What git knows of files, read from its own files: no program is run, and nothing is written. */
@NullMarked
package dev.afterglow.journey.git;

import org.jspecify.annotations.NullMarked;
