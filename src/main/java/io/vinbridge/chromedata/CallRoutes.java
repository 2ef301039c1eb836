package io.vinbridge.chromedata;

import io.vinbridge.failures.ErrorPolicies;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.springframework.stereotype.Component;

/**
 * Routes by which a service is asked, the same for each: {@code ask} tries again what may pass, {@code call} keeps
 * calls back while the account is refused, {@code form} while the service complains of the form of what it is asked
 * (ADS alone, which has a schema), {@code reach} while the service does not answer rightly, and {@code exchange}, each
 * service's own, speaks on the wire.
 */
@Component
class CallRoutes extends RouteBuilder {

    /** The services, and the breaker of the account with which each is asked. */
    private static final Map<String, String> SERVICES = Map.of(
            "ads", "accountBreaker",
            "cvd", "apiAccountBreaker",
            "vss", "apiAccountBreaker",
            "media", "mediaAccountBreaker",
            "picture", "mediaAccountBreaker");

    private static final String WITH_SCHEMA = "ads";

    @Override
    public void configure() {
        routeTemplate("chromedata-ask")
                .templateParameter("service")
                .from("direct:chromedata.ask-{{service}}")
                .group("chromedata")
                .description("Asks a service of ChromeData; retries transient failures with backoff and jitter")
                .routeConfigurationId(ErrorPolicies.RETRY_TRANSIENT)
                .bean(CallAdmission.class, "requireAccount")
                .to("direct:chromedata.call-{{service}}");

        // What a breaker guards may not handle its own errors: to a breaker, a handled error is a success.
        routeTemplate("chromedata-call")
                .templateParameter("service")
                .templateParameter("next")
                .templateParameter("account")
                .from("direct:chromedata.call-{{service}}")
                .group("chromedata")
                .description("Calls a service of ChromeData behind the account's circuit breaker")
                .errorHandler(noErrorHandler())
                .circuitBreaker()
                .resilience4jConfiguration()
                .circuitBreaker("{{account}}")
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
                .setVariable("calledService", constant("{{service}}"))
                .bean(Budget.class, "spend")
                .to("direct:chromedata.exchange-{{service}}")
                .onFallback()
                .bean("{{service}}Fallback", "explain");

        for (String service : SERVICES.keySet()) {
            for (String step : List.of("ask", "call", "reach")) {
                TemplatedRouteDefinition route = templatedRoute("chromedata-" + step)
                        .routeId("chromedata-" + step + "-" + service)
                        .parameter("service", service);
                if (step.equals("call")) {
                    route.parameter("next", service.equals(WITH_SCHEMA) ? "form" : "reach")
                            .parameter("account", SERVICES.get(service));
                }
            }
        }
    }
}
