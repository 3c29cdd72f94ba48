/** Reads files that shops export: encodings, separators, headers, dates and amounts as they come. */
@NullMarked
package dev.afterglow.history.file;

import org.jspecify.annotations.NullMarked;
