/** What was sold before Afterglow came: files of orders, customers and parcels, taken in without a word to anybody. */
@ApplicationModule(allowedDependencies = {"sql", "background", "shop", "order", "customer", "intake", "journey"})
@NullMarked
package dev.afterglow.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
