package dev.afterglow.journey;

/** Instances must end from outside; told once the transaction has committed. */
record CancellationAsked(int instances) {}
