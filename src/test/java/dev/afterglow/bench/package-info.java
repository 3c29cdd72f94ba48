/** How fast, how much, how steady: measured on the packaged app with a real broker. Run with {@code mvn -Pbench verify}. */
package dev.afterglow.bench;
