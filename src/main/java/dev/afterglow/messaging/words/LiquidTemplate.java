package dev.afterglow.messaging.words;

import java.util.Set;
import liqp.nodes.LNode;

/**
 * A template that was read; any number of threads may fill it in at once.
 *
 * @param source for saying where something is wrong
 * @param names what the names it speaks of begin with, such as order
 */
record LiquidTemplate(LNode root, Source source, Set<String> names) {}
