/** What every repository needs to speak to H2 and PostgreSQL alike. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.afterglow.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
