package io.vinbridge.api.contract;

import io.vinbridge.api.http.Problems;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** Error policy of the API's routes: a failed request is answered with a problem (RFC 9457). */
@Component
public class ApiErrorPolicy extends RouteConfigurationBuilder {

    public static final String ANSWER_PROBLEM = "answer-problem";

    @Override
    public void configuration() {
        routeConfiguration(ANSWER_PROBLEM)
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(Problems.class, "reply(${exception})")
                .end();
    }
}
