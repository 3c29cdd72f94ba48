/** What is known of products beside what orders tell: their categories, and where their guides are. */
@ApplicationModule(allowedDependencies = {"journey", "messaging", "order"})
@NullMarked
package dev.afterglow.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
