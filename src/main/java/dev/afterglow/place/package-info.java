/** Places on the map, and what their clocks show. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.afterglow.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
