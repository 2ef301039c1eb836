package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.failures.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often work is tried depends on whether its failure may pass. */
class WorkSettingsTest {

    /** A file of NHTSA's that is refused is the same at each attempt, and 76 MB each time. */
    @ParameterizedTest
    @EnumSource(names = {"UPSTREAM_REFUSED", "UPSTREAM_MALFORMED", "INTERNAL", "INVALID_REQUEST"})
    void whatHardlyPassesIsTriedAFewTimes(Reason reason) {
        assertThat(WorkSettingsOfTests.settings(3).attempts(reason)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPSTREAM_UNAVAILABLE", "STORE_UNAVAILABLE"})
    void whatMayPassIsTriedOften(Reason reason) {
        assertThat(WorkSettingsOfTests.settings(3).attempts(reason)).isEqualTo(100);
    }
}
