/** Proof by killing: what becomes of messages when processes die at random moments. Run with {@code mvn -Pfaults verify}. */
package dev.afterglow.faults;
