package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.Failure;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void isTheAnswerWhereThereIsOne() {
        Answer<?> answer = new Answer.NotCarried<>("VinNotCarriedByChrome", "no");

        assertThat(Outcome.orThrow(answer)).isSameAs(answer);
    }

    @Test
    void isTheFailureInItsPlace() {
        Failure failure = WireFailure.unavailable("ADS answered 503");

        assertThatThrownBy(() -> Outcome.orThrow(failure)).isSameAs(failure);
    }
}
