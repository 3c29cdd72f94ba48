package dev.afterglow.console;

/** What a page says on top, right after somebody changed something. */
record Said(String sentence, Tone tone) {}
