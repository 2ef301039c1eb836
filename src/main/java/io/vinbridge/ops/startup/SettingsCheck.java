package io.vinbridge.ops.startup;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.settings.SettingsVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Check of all settings before anything is started with them: every one that is wrong is told at once, and nothing
 * starts.
 */
class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** After the files of settings are read and the log is set up, and before any other check. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        SettingsVerdict verdict = SettingsVerdict.of(event.getEnvironment());
        verdict.warnings().forEach(LOG::warn);
        if (!verdict.faults().isEmpty()) {
            throw new StartUpProblem(
                    String.join("\n", verdict.faults()),
                    verdict.unknown()
                            ? "See docs/settings.md. VINBRIDGE_SETTINGS_UNKNOWN=warn starts all the same where only names are unknown."
                            : "See docs/settings.md.");
        }
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
