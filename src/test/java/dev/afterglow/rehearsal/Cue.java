package dev.afterglow.rehearsal;

import java.util.Map;

/**
 * Something that happens in an example because somebody outside of Afterglow does it.
 *
 * @param what an event such as {@code order.paid}, or what the person does, such as {@code answers}
 * @param details what else was said of it
 */
record Cue(int line, When when, String what, Map<String, String> details) {}
