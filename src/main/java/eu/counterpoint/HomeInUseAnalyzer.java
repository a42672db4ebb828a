package eu.counterpoint;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in plain words instead of a stack trace. */
class HomeInUseAnalyzer extends AbstractFailureAnalyzer<HomeInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HomeInUseException cause) {
        return new FailureAnalysis(
                "Another Counterpoint is already running on the folder " + cause.home()
                        + ", so this one did not start.",
                "Stop the other one first, or give this one a folder of its own with --counterpoint.home=<folder>.",
                cause);
    }
}
