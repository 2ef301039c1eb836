package io.vinbridge.api.http.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The time that requests take, by operation and status, under the name that dashboards know. There are as many of these
 * meters as the contract has operations and answers, whatever paths callers make up; Spring's own observation of
 * requests, at a tenth of a read, is switched off.
 */
@Component
class RequestTimes {

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** {@code operation} is null for what no operation of the contract answered. */
    void record(String operation, int status, long nanos) {
        timers.computeIfAbsent(new Kind(operation, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests to the API")
                .tag("operation", kind.operation() == null ? "none" : kind.operation())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }

    private record Kind(String operation, int status) {}
}
