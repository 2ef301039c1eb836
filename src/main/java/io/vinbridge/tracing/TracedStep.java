package io.vinbridge.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One step of a journey, for as long as it takes: its thread logs under the journey's id, and what it does is in the
 * journey's trace. It ends on the thread it began on.
 */
public final class TracedStep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TracedStep.class);

    /** As the Elastic Common Schema has it, so that logs and traces find each other. */
    private static final String TRACE = "trace.id";

    private final long began = System.nanoTime();
    private final @Nullable String idBefore = Correlation.id();
    private final @Nullable String traceBefore = MDC.get(TRACE);
    private final Span span;
    private final Scope scope;
    private String name;
    private String end = "done";

    @SuppressWarnings("MustBeClosedChecker") // The scope is as long as the step, which closes it.
    TracedStep(String name, @Nullable String id, Supplier<Span> span) {
        this.name = name;
        Correlation.is(id);
        this.span = span.get();
        this.scope = this.span.makeCurrent();
        if (this.span.isRecording()) {
            MDC.put(TRACE, this.span.getSpanContext().getTraceId());
            this.span.setAttribute("correlation.id", id == null ? "" : id);
        }
    }

    /** Names it better than could be known when it began. */
    public void named(String better) {
        name = better;
        span.updateName(better);
    }

    /** It was answered with an HTTP status; from 500 on it failed. */
    public void answered(int status) {
        span.setAttribute("http.response.status_code", status);
        end = "answered " + status;
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** It failed; why is logged by whoever knows what that means. */
    public void failed(Throwable failure) {
        span.setStatus(StatusCode.ERROR);
        span.recordException(failure);
        end = "failed";
    }

    @Override
    public void close() {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {} in {} ms", name, end, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        scope.close();
        span.end();
        Correlation.is(idBefore);
        if (traceBefore == null) {
            MDC.remove(TRACE);
        } else {
            MDC.put(TRACE, traceBefore);
        }
    }
}
