package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.Status;

/** What a cluster is told: it reads the status line, not the body. */
class HealthTest {

    @ParameterizedTest
    @CsvSource({"UP, 200", "DEGRADED, 200", "DOWN, 503", "OUT_OF_SERVICE, 503"})
    void isToldByTheStatusOfTheAnswer(String status, int code) {
        HttpCodeStatusMapper mapper = World.shared().node().bean(HttpCodeStatusMapper.class);

        assertThat(mapper.getStatusCode(new Status(status))).isEqualTo(code);
    }
}
