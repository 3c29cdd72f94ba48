/** What goes well with what, by what people bought: counted from the orders at hand, with the reason. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "journey", "order", "customer", "messaging"})
@NullMarked
package dev.afterglow.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
