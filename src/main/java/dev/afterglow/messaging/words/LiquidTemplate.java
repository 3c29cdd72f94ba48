package dev.afterglow.messaging.words;

import java.util.concurrent.locks.ReentrantLock;
import liqp.Template;

/**
 * A template that was read. It is filled in by one at a time.
 *
 * @param turn must be held while filling in
 */
record LiquidTemplate(Template parsed, ReentrantLock turn) {

    // why: the library's template keeps the values it is filled in with, and two at once read each other's.
    LiquidTemplate(Template parsed) {
        this(parsed, new ReentrantLock());
    }
}
