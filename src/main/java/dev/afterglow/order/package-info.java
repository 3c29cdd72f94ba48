/** Facts about orders: lines, money, status; and which orders start nothing. */
@NullMarked
package dev.afterglow.order;

import org.jspecify.annotations.NullMarked;
