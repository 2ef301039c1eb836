package io.vinbridge.chromedata.calls.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStatusesTest {

    private final HttpStatuses statuses = new HttpStatuses(
            new RefusalClassifier(Configured.account(), Configured.api(Map.of()), Configured.settings(Map.of())));

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 599})
    void mayPassWhereTheServiceStumbles(int status) {
        Failure failure = statuses.failure("ADS", status, null);

        assertThat(failure).isInstanceOf(TransientFailure.class).hasMessage("ADS answered " + status);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void waitAsLongAsTheServiceSaysAndDoNotTryBefore(int status) {
        Failure failure = statuses.failure("The Media Gallery", status, Duration.ofSeconds(90));

        assertThat(failure).isNotInstanceOf(TransientFailure.class).hasMessage("The Media Gallery answered " + status);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void doNotTryAtOnceAfterTooManyCallsEvenWhereNobodySaysWhen() {
        Failure failure = statuses.failure("ADS", 429, null);

        assertThat(failure).isNotInstanceOf(TransientFailure.class);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "403, ENTITLEMENT", "400, OTHER", "404, OTHER", "410, OTHER", "440, OTHER"})
    void areRefusalsWhereTheServiceRefuses(int status, About about) {
        assertThat(statuses.failure("ADS", status, null))
                .isInstanceOfSatisfying(UpstreamRefused.class, refused -> assertThat(refused.about())
                        .isEqualTo(about))
                .hasMessage("ChromeData refused: ADS answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 204, 301, 302, 307})
    void areNoAnswerWhereTheServiceSendsUsElsewhere(int status) {
        Failure failure = statuses.failure("ADS", status, null);

        assertThat(failure).isNotInstanceOf(TransientFailure.class);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_MALFORMED);
        assertThat(failure).hasMessage("ADS answered " + status + ", which is no answer");
    }
}
