/** What every repository needs to speak to H2 and PostgreSQL alike. */
@NullMarked
package dev.afterglow.sql;

import org.jspecify.annotations.NullMarked;
