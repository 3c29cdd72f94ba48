/** Facts about people: who they are, how to reach them, which language they read. */
@NullMarked
package dev.afterglow.customer;

import org.jspecify.annotations.NullMarked;
