/** Days and hours: when a step of a journey should be taken where the customer lives, and what happens on a date. */
@ApplicationModule(allowedDependencies = {"sql", "journey", "order", "customer", "shop", "place"})
@NullMarked
package dev.afterglow.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
