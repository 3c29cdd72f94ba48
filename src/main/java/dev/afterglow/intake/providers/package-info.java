/** Reports of any other provider, in our own words; and what all providers' doors share. */
@NullMarked
package dev.afterglow.intake.providers;

import org.jspecify.annotations.NullMarked;
