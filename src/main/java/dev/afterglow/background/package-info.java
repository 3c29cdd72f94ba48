/** Work that goes on beside requests and jobs, round after round, until the app stops. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.afterglow.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
