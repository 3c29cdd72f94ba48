package dev.afterglow.intake.reconciliation;

import java.time.Instant;

/** Orders that were changed in this time are asked for; whole seconds, as shops count. */
record Window(Instant from, Instant until) {}
