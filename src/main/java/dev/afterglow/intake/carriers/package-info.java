/** What the doors of all carrier platforms share: accounts, and one vocabulary. */
@NullMarked
package dev.afterglow.intake.carriers;

import org.jspecify.annotations.NullMarked;
