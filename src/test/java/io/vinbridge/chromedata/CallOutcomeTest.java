package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.failures.Failure;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {

    @Test
    void isTheAnswerWhereThereIsOne() throws Exception {
        Answer<?> answer = new Answer.NotCarried<>("VinNotCarriedByChrome", "no");

        assertThat(CallOutcome.orThrow(answer)).isSameAs(answer);
    }

    @Test
    void isTheFailureInItsPlace() throws Exception {
        Failure failure = WireFailures.unavailable("ADS answered 503");

        assertThatThrownBy(() -> CallOutcome.orThrow(failure)).isSameAs(failure);
    }
}
