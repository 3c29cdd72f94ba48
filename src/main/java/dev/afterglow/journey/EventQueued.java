package dev.afterglow.journey;

/** An event waits for the relay; told once its transaction has committed. */
record EventQueued(String eventId) {}
