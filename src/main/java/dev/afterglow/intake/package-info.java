/** The door for what senders report: verified, mapped, kept, then answered. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "background",
            "shop",
            "place",
            "journey",
            "order",
            "customer",
            "messaging",
            "support",
            "privacy"
        })
@NullMarked
package dev.afterglow.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
