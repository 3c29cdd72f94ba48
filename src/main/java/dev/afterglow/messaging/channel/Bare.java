package dev.afterglow.messaging.channel;

import java.io.IOException;

/** Trouble without its words, which may quote addresses or contents, and would come to the log. */
final class Bare {

    private Bare() {}

    /** Says what kinds of trouble it was, and where. */
    static IOException of(Throwable trouble) {
        StringBuilder kinds = new StringBuilder(trouble.getClass().getSimpleName());
        for (Throwable cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(": ").append(cause.getClass().getSimpleName());
        }
        IOException bare = new IOException(kinds.toString());
        bare.setStackTrace(trouble.getStackTrace());
        return bare;
    }
}
