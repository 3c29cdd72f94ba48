/** The door for what senders report: verified, mapped, stored in one transaction, then answered. */
@ApplicationModule(allowedDependencies = {"sql", "journey", "order", "customer", "messaging"})
@NullMarked
package dev.afterglow.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
