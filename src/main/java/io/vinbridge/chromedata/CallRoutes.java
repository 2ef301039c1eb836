package io.vinbridge.chromedata;

import io.vinbridge.failures.ErrorPolicies;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.springframework.stereotype.Component;

/**
 * Routes by which a service is asked, the same for each: {@code ask} tries again what may pass, and notes the rest that
 * a service asks for, {@code call} keeps calls back during that rest, and while the account is refused, {@code form}
 * while the service complains of the form of what it is asked (ADS alone, which has a schema), {@code reach} while the
 * service does not answer rightly, and {@code exchange}, each service's own, speaks on the wire.
 */
@Component
class CallRoutes extends RouteBuilder {

    /** By the names of their breakers. */
    static final List<String> SERVICES = List.of("ads", "cvd", "vss", "media", "picture");

    private static final String WITH_SCHEMA = "ads";

    @Override
    public void configure() {
        routeTemplate("chromedata-ask")
                .templateParameter("service")
                .from("direct:chromedata.ask-{{service}}")
                .group("chromedata")
                .description("Asks a service of ChromeData; retries transient failures with backoff and jitter")
                .routeConfigurationId(ErrorPolicies.RETRY_TRANSIENT)
                .setVariable("calledService", constant("{{service}}"))
                .to("direct:chromedata.call-{{service}}")
                .filter(body().isInstanceOf(UpstreamThrottled.class))
                .bean(CallHolds.class, "add");

        // What a breaker guards may not handle its own errors: to a breaker, a handled error is a success.
        routeTemplate("chromedata-call")
                .templateParameter("service")
                .templateParameter("next")
                .templateParameter("account")
                .from("direct:chromedata.call-{{service}}")
                .group("chromedata")
                .description("Calls a service of ChromeData unless it asked for a rest, or refused the account")
                .errorHandler(noErrorHandler())
                .bean(CallAdmission.class, "requireAccount")
                .bean(CallHolds.class, "requireNone")
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker("{{account}}AccountBreaker")
                .end()
                .to("direct:chromedata.{{next}}-{{service}}")
                .onFallback()
                .bean("accountFallback", "explain");

        from("direct:chromedata.form-" + WITH_SCHEMA)
                .routeId("chromedata-form-" + WITH_SCHEMA)
                .group("chromedata")
                .description("Calls a service of ChromeData unless it complained of the form of what it was asked")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker("requestBreaker")
                .end()
                .to("direct:chromedata.reach-" + WITH_SCHEMA)
                .onFallback()
                .bean("requestGate", "explain");

        routeTemplate("chromedata-reach")
                .templateParameter("service")
                .from("direct:chromedata.reach-{{service}}")
                .group("chromedata")
                .description("Reaches a service of ChromeData unless it has not been answering, or answering wrongly")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker("{{service}}Breaker")
                .end()
                .bean(Budget.class, "spend")
                .bean(UnansweredCalls.class, "begin")
                .to("direct:chromedata.exchange-{{service}}")
                .onFallback()
                .bean("{{service}}Fallback", "explain");

        for (String service : SERVICES) {
            for (String step : List.of("ask", "call", "reach")) {
                TemplatedRouteDefinition route = templatedRoute("chromedata-" + step)
                        .routeId("chromedata-" + step + "-" + service)
                        .parameter("service", service);
                if (step.equals("call")) {
                    route.parameter("next", service.equals(WITH_SCHEMA) ? "form" : "reach")
                            .parameter("account", CallHolds.server(service));
                }
            }
        }
    }
}
