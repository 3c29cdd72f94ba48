package dev.afterglow.messaging.page;

/** An address of one of our pages, before and after it is kept. */
record PageAddress(String url, Token token, Grant grant) {}
