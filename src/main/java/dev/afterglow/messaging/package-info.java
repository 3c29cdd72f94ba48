/** Messages to customers: words, policies, channels, and the ledger that never repeats. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "background",
            "shop",
            "access",
            "journey",
            "journey :: check",
            "order",
            "customer",
            "support",
            "place"
        })
@NullMarked
package dev.afterglow.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
