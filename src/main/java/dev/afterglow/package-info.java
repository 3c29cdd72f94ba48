/** Afterglow: what happens after "thank you for your order". */
@NullMarked
package dev.afterglow;

import org.jspecify.annotations.NullMarked;
