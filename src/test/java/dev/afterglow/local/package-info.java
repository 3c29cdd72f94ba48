@NullMarked
package dev.afterglow.local;

import org.jspecify.annotations.NullMarked;
