package dev.afterglow.local;

import org.jspecify.annotations.Nullable;

/** A local run cannot start: what is wrong, and what to do about it. */
final class LocalRunFailure extends RuntimeException {

    private final String action;

    LocalRunFailure(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
