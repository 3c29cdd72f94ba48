package dev.afterglow.rehearsal;

/** Examples that cannot be played: which file, which line, and why. */
final class ExamplesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExamplesRefused(String file, int line, String reason) {
        super("%s:%d: %s".formatted(file, line, reason));
    }
}
