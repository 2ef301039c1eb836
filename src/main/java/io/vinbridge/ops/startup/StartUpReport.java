package io.vinbridge.ops.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the service does not start, and what to do: one message, of a line for each thing that is wrong. */
class StartUpReport implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpReport.class);

    @Override
    public void report(FailureAnalysis analysis) {
        String what = analysis.getDescription().strip();
        String separator = what.contains("\n") ? "\n  " : " ";
        LOG.error(
                "Vinbridge does not start.{}{}{}{}",
                separator,
                what.replace("\n", separator),
                separator,
                analysis.getAction());
    }
}
