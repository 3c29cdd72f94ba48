/** Everything we know about a person: handed out, or erased. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "customer", "order", "journey", "messaging", "offer"})
@NullMarked
package dev.afterglow.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
