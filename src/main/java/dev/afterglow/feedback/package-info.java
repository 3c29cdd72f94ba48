/** Asks people how content they are, and keeps what they answer: surveys, answers, scores. */
@ApplicationModule(allowedDependencies = {"sql", "shop", "journey", "order", "customer", "messaging"})
@NullMarked
package dev.afterglow.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
