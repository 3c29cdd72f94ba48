/** Personal codes: given once, redeemed once. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "access", "customer", "journey", "messaging", "calendar"})
@NullMarked
package dev.afterglow.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
