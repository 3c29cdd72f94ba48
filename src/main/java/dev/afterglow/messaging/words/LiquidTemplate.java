package dev.afterglow.messaging.words;

import liqp.nodes.LNode;

/**
 * A template that was read; any number of threads may fill it in at once.
 *
 * @param source for saying where something is wrong
 */
record LiquidTemplate(LNode root, Source source) {}
