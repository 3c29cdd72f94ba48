/** Whether and when a message may be sent: named rules, each with a reason. */
@NullMarked
package dev.afterglow.messaging.policy;

import org.jspecify.annotations.NullMarked;
