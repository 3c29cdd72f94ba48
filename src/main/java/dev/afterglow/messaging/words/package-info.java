/** What messages say: files beside the diagrams, filled in for one person in one language. */
@NullMarked
package dev.afterglow.messaging.words;

import org.jspecify.annotations.NullMarked;
