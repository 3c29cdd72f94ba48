/** Facts about people: who they are, how to reach them, which language they read. */
@ApplicationModule(allowedDependencies = {"sql", "shop"})
@NullMarked
package dev.afterglow.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
