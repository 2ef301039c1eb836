package io.vinbridge.work;

import java.time.Duration;

/** Settings of the queue in its tests: pauses so long that none of them ends by itself. */
final class WorkSettingsOfTests {

    /** With three attempts at what hardly passes by itself. */
    static final WorkSettings USUAL = settings(3);

    private WorkSettingsOfTests() {}

    /** @param hopelessAttempts how often work is tried whose failure hardly passes by itself */
    static WorkSettings settings(int hopelessAttempts) {
        return new WorkSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Duration.ofDays(1),
                100,
                hopelessAttempts);
    }
}
