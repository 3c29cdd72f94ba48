/** The shops this installation works for, kept apart from each other. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.afterglow.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
