package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that is asked and says nothing is known to be silent before any call has run out of time. */
class UnansweredCallsTest {

    private final ChromeDataSettings settings = Configured.settings(Map.of("answer-timeout", "30s"));
    private final Map<String, CircuitBreaker> breakers = Configured.breakers(settings);
    private final CircuitBreaker ads = breakers.get("adsBreaker");
    private Duration now = Duration.ZERO;
    private final UnansweredCalls calls = new UnansweredCalls(breakers, settings, () -> now.toNanos());

    @Test
    void areToldOnceNoneOfSeveralWasAnsweredForTwentySeconds() {
        calls.begin(ChromeDataService.ADS);
        pass("5s");
        calls.begin(ChromeDataService.ADS);
        pass("14s");
        assertThat(calls.since(ChromeDataService.ADS)).isZero();

        pass("1s");

        assertThat(calls.since(ChromeDataService.ADS)).isEqualTo(Duration.ofSeconds(20));
        assertThat(calls.since(ChromeDataService.MEDIA)).isZero();
    }

    @Test
    void areNotToldOfWhereOneAloneHangs() {
        calls.begin(ChromeDataService.ADS);
        pass("29s");

        assertThat(calls.since(ChromeDataService.ADS)).isZero();
    }

    @Test
    void beginAnewWithEachAnswerBeItARefusal() {
        hang();
        ads.onSuccess(1, TimeUnit.MILLISECONDS);
        assertThat(calls.since(ChromeDataService.ADS)).isZero();

        hang();
        ads.onError(1, TimeUnit.MILLISECONDS, new Failure(Reason.UPSTREAM_MALFORMED, "HTML"));
        assertThat(calls.since(ChromeDataService.ADS)).isZero();

        hang();
        ads.onError(1, TimeUnit.MILLISECONDS, new UpstreamRefused(UpstreamRefused.About.QUOTA, "used up"));
        assertThat(calls.since(ChromeDataService.ADS)).isZero();
    }

    @Test
    void goOnWhereACallRanOutOfTimeOrWasNotMade() {
        hang();
        ads.onError(1, TimeUnit.MILLISECONDS, WireFailures.unavailable("ADS did not answer"));
        ads.onError(1, TimeUnit.MILLISECONDS, new AttemptNotAllowed());

        assertThat(calls.since(ChromeDataService.ADS)).isPositive();
    }

    @Test
    void areForgottenWhereNobodyAsksAnyMore() {
        hang();
        pass("60s");

        assertThat(calls.since(ChromeDataService.ADS)).isZero();
    }

    private void hang() {
        calls.begin(ChromeDataService.ADS);
        calls.begin(ChromeDataService.ADS);
        pass("25s");
        assertThat(calls.since(ChromeDataService.ADS)).isPositive();
    }

    private void pass(String time) {
        now = now.plus(Duration.parse("PT" + time));
    }
}
