/** Facts about orders: lines, money, status; and which orders start nothing. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "journey"})
@NullMarked
package dev.afterglow.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
