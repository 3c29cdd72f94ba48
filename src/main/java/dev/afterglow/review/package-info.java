/** Lets those who bought a product review it, shows what they wrote to everybody, and asks for it. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "journey", "order", "customer", "support", "messaging"})
@NullMarked
package dev.afterglow.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
