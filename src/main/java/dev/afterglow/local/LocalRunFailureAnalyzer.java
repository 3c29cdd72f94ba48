package dev.afterglow.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a failed local run as two plain paragraphs instead of a stack trace. */
final class LocalRunFailureAnalyzer extends AbstractFailureAnalyzer<LocalRunFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalRunFailure cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
