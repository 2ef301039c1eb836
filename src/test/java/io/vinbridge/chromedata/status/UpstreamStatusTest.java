package io.vinbridge.chromedata.status;

import static io.vinbridge.chromedata.ChromeDataService.ADS;
import static io.vinbridge.chromedata.ChromeDataService.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.chromedata.BreakerFallback;
import io.vinbridge.chromedata.Breakers;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.UnansweredCalls;
import io.vinbridge.chromedata.UnusableAddress;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.refusals.RequestComplaint;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the breakers let through, and what is told of them. */
class UpstreamStatusTest {

    private final ChromeDataSettings settings = Configured.settings(Map.of(
            "breaker.window", 4, "breaker.minimum-calls", 4, "breaker.open-for", "7s", "breaker.refused-for", "90s"));
    private final Map<String, CircuitBreaker> breakers = Configured.breakers(settings);
    private final CircuitBreaker account = breakers.get("adsAccountBreaker");
    private final CircuitBreaker request = breakers.get("requestBreaker");
    private final CircuitBreaker ads = breakers.get("adsBreaker");
    private final CircuitBreaker media = breakers.get("mediaBreaker");
    private long nanos;
    private final UnansweredCalls unanswered = new UnansweredCalls(breakers, settings, () -> nanos);
    private final UpstreamStatus standing = new UpstreamStatus(breakers, unanswered);

    @Test
    void isGoodToBeginWith() {
        assertThat(standing.refusal()).isEmpty();
        assertThat(standing.failure(ADS)).isEmpty();
        assertThat(standing.failure(MEDIA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS", "ENTITLEMENT", "QUOTA"})
    void holdsEveryCallBackAfterOneRefusalOfTheAccount(About about) {
        fail(account, new UpstreamRefused(about, "no"));

        assertThat(account.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(standing.refusal()).map(UpstreamRefused::about).contains(about);
    }

    @Test
    void takesNoOtherFailureForARefusalOfTheAccount() {
        for (int i = 0; i < 20; i++) {
            fail(account, new UpstreamRefused(About.OTHER, "no such model"));
            fail(account, WireFailures.unavailable("ADS answered 503"));
            fail(account, new IllegalStateException("ours"));
        }

        assertThat(account.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(standing.refusal()).isEmpty();
    }

    @Test
    void tellsTheLastRefusalUntilACallIsAccepted() {
        fail(account, new UpstreamRefused(About.CREDENTIALS, "wrong secret"));
        account.transitionToHalfOpenState();
        fail(account, new UpstreamRefused(About.QUOTA, "used up"));

        assertThat(standing.refusal()).map(Throwable::getMessage).contains("ChromeData refused: used up");

        account.transitionToHalfOpenState();
        account.onSuccess(1, TimeUnit.MILLISECONDS);

        assertThat(account.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(standing.refusal()).isEmpty();
    }

    @Test
    void holdsBackTheServiceThatDoesNotAnswerAndOnlyThat() {
        for (int i = 0; i < 4; i++) {
            fail(ads, WireFailures.unavailable("ADS answered 503"));
        }

        assertThat(standing.failure(ADS)).isPresent();
        assertThat(standing.failure(MEDIA)).isEmpty();

        ads.transitionToClosedState();
        media.transitionToOpenState();

        assertThat(standing.failure(ADS)).isEmpty();
        assertThat(standing.failure(MEDIA)).isPresent();
    }

    @Test
    void tellsOfAServiceThatSaysNothingBeforeAnyCallOfItIsHeldBack() {
        unanswered.begin(ADS);
        unanswered.begin(ADS);
        nanos = Duration.ofSeconds(21).toNanos();

        assertThat(standing.failure(ADS))
                .map(Throwable::getMessage)
                .contains("it was asked, and said nothing for 21 seconds");
        assertThat(standing.failure(MEDIA)).isEmpty();
    }

    @Test
    void holdsBackAServiceMostOfWhoseAnswersAreNoneAndSaysSo() {
        for (int i = 0; i < 4; i++) {
            fail(ads, new Failure(Reason.UPSTREAM_MALFORMED, "HTML"));
            fail(media, new UpstreamRefused(About.OTHER, "no"));
        }

        assertThat(standing.failure(ADS)).map(Failure::reason).contains(Reason.UPSTREAM_MALFORMED);
        assertThat(standing.failure(MEDIA)).map(Failure::reason).contains(Reason.UPSTREAM_REFUSED);
    }

    @Test
    void holdsBackNoServiceForTheAccountNorForOurOwnFaults() {
        for (int i = 0; i < 20; i++) {
            fail(ads, new UpstreamRefused(About.CREDENTIALS, "no"));
            fail(ads, new RequestComplaint("cvc-elt.1"));
            fail(ads, new IllegalStateException("ours"));
            fail(ads, new UnusableAddress("under what is no address"));
        }

        assertThat(standing.failure(ADS)).isEmpty();
    }

    @Test
    void holdsAllBackThatIsAskedAfterAFewComplaintsInARow() {
        fail(request, new RequestComplaint("cvc-elt.1"));
        fail(request, new RequestComplaint("cvc-elt.1"));
        request.onSuccess(1, TimeUnit.MILLISECONDS);
        fail(request, new RequestComplaint("cvc-elt.1"));
        fail(request, new RequestComplaint("cvc-elt.1"));
        assertThat(standing.complaint()).isEmpty();

        fail(request, new RequestComplaint("cvc-elt.2"));

        assertThat(request.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(standing.complaint()).map(Throwable::getMessage).contains("cvc-elt.2");
    }

    @Test
    void saysAtTheGateWhyNoCallIsLetThrough() {
        assertGate(
                Breakers.unavailable(ADS, ads, settings),
                Reason.UPSTREAM_UNAVAILABLE,
                "ADS has not been answering; calls are held back for a while",
                Duration.ofSeconds(7));
        assertGate(
                Breakers.unavailable(MEDIA, media, settings),
                Reason.UPSTREAM_UNAVAILABLE,
                "The Media Gallery has not been answering; calls are held back for a while",
                Duration.ofSeconds(7));
        assertGate(
                new Breakers().accountFallback(settings),
                Reason.UPSTREAM_REFUSED,
                "ChromeData refused this account a moment ago; see the health of chromedata",
                Duration.ofSeconds(90));
    }

    @Test
    void passesAFailureThroughTheGateAsItIs() {
        Failure failure = new UpstreamRefused(About.OTHER, "no such model");

        assertThatThrownBy(() -> Breakers.unavailable(ADS, ads, settings).explain(failure))
                .isSameAs(failure);
    }

    private static void assertGate(BreakerFallback gate, Reason reason, String message, Duration retryAfter) {
        assertThatThrownBy(() -> gate.explain(null))
                .hasMessage(message)
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(reason);
                    assertThat(failure.retryAfter()).contains(retryAfter);
                });
    }

    private static void fail(CircuitBreaker breaker, Exception failure) {
        breaker.onError(1, TimeUnit.MILLISECONDS, failure);
    }
}
