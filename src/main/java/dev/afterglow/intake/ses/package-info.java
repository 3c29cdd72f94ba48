/** Amazon SES reports, through Amazon SNS. */
@NullMarked
package dev.afterglow.intake.ses;

import org.jspecify.annotations.NullMarked;
