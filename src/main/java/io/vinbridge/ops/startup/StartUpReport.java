package io.vinbridge.ops.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the service does not start, and what to do, in one line: in a log of JSON, a message of many is hard to read. */
class StartUpReport implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpReport.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("Vinbridge does not start. {} {}", analysis.getDescription(), analysis.getAction());
    }
}
