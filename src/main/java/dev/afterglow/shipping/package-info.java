/** What there is to say of a parcel under way, and when to look at it again. */
@ApplicationModule(allowedDependencies = {"journey", "messaging", "order", "place", "shop"})
@NullMarked
package dev.afterglow.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
