/** Matters customers are waiting for an answer on. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "journey", "customer"})
@NullMarked
package dev.afterglow.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
