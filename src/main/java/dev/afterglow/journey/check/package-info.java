/** Looks at a journey's folder before anybody goes through it, and says what is wrong where. */
@NamedInterface("check")
@NullMarked
package dev.afterglow.journey.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
