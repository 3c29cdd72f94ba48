package dev.afterglow.feedback;

/** A survey's file that is wrong: where, and why. */
final class SurveyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    SurveyRefused(String file, int line, String reason) {
        super("%s: line %d: %s".formatted(file, line, reason));
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** Path below {@code bpmn/}. */
    String file() {
        return file;
    }

    /** The first is 1. */
    int line() {
        return line;
    }

    /** What is wrong and what would be right, for a marketer. */
    String reason() {
        return reason;
    }
}
