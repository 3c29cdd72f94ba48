/** Journeys on the engine: events in, runs, deployment, worker support. The only room that knows Camunda. */
@ApplicationModule(allowedDependencies = {"sql", "background"})
@NullMarked
package dev.afterglow.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
