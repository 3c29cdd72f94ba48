/** Events in our own vocabulary, as CloudEvents 1.0. */
@NullMarked
package dev.afterglow.intake.cloudevents;

import org.jspecify.annotations.NullMarked;
