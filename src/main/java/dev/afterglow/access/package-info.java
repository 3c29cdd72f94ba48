/** Who may come in: staff by sign-in, programs by API key; every refusal is a problem detail. */
@NullMarked
package dev.afterglow.access;

import org.jspecify.annotations.NullMarked;
