package io.vinbridge.ops.startup;

import io.vinbridge.failures.StartUpProblem;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a start-up problem as one message, without a stack trace. */
class StartUpProblemAnalyzer extends AbstractFailureAnalyzer<StartUpProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StartUpProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.action(), problem);
    }
}
