package io.vinbridge.chromedata;

import io.vinbridge.chromedata.refusals.UpstreamThrottled;
import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Routes by which a service is asked, the same for each: {@code ask} tries again what may pass, and notes the rest that
 * a service asks for, {@code call} keeps calls back during that rest, and while the account is refused, {@code form}
 * while the service complains of the form of what it is asked (ADS alone, which has a schema), {@code reach} while the
 * service does not answer rightly, and {@code exchange}, each service's own, speaks on the wire.
 */
@Component
class CallRoutes extends RouteBuilder {

    @Override
    public void configure() {
        for (ChromeDataService service : ChromeDataService.values()) {
            ask(service);
            call(service);
            reach(service);
            if (service.checksForm()) {
                form(service);
            }
        }
    }

    private void ask(ChromeDataService service) {
        from("direct:chromedata.ask-" + service.word())
                .routeId("chromedata-ask-" + service.word())
                .group("chromedata")
                .description("Asks a service of ChromeData; retries transient failures with backoff and jitter")
                .routeConfigurationId(ErrorPolicies.RETRY_TRANSIENT)
                .setVariable("calledService", constant(service))
                .to("direct:chromedata.call-" + service.word())
                .filter(body().isInstanceOf(UpstreamThrottled.class))
                .bean(CallHolds.class, "add");
    }

    /** What a breaker guards may not handle its own errors: to a breaker, a handled error is a success. */
    private void call(ChromeDataService service) {
        from("direct:chromedata.call-" + service.word())
                .routeId("chromedata-call-" + service.word())
                .group("chromedata")
                .description("Calls a service of ChromeData unless it asked for a rest, or refused the account")
                .errorHandler(noErrorHandler())
                .bean(CallAdmission.class, "requireAccount")
                .bean(CallHolds.class, "requireNone")
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker(service.server().word() + "AccountBreaker")
                .end()
                .to("direct:chromedata." + (service.checksForm() ? "form-" : "reach-") + service.word())
                .onFallback()
                .bean("accountFallback", "explain");
    }

    private void form(ChromeDataService service) {
        from("direct:chromedata.form-" + service.word())
                .routeId("chromedata-form-" + service.word())
                .group("chromedata")
                .description("Calls a service of ChromeData unless it complained of the form of what it was asked")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker("requestBreaker")
                .end()
                .to("direct:chromedata.reach-" + service.word())
                .onFallback()
                .bean("requestGate", "explain");
    }

    private void reach(ChromeDataService service) {
        from("direct:chromedata.reach-" + service.word())
                .routeId("chromedata-reach-" + service.word())
                .group("chromedata")
                .description("Reaches a service of ChromeData unless it has not been answering, or answering wrongly")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker(service.word() + "Breaker")
                .end()
                .bean(Budget.class, "spend")
                .bean(UnansweredCalls.class, "begin")
                .to("direct:chromedata.exchange-" + service.word())
                .onFallback()
                .bean(service.word() + "Fallback", "explain");
    }
}
