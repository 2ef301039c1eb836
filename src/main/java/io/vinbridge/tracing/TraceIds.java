package io.vinbridge.tracing;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Makes the trace's id from the correlation id: so one trace holds what one id causes on all nodes, and no row, event
 * or message has to carry a second id.
 */
final class TraceIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        String id = Correlation.id();
        return id == null ? random.generateTraceId() : of(id);
    }

    /** The id itself, where it is one of a trace, as ours are; or else one made of it. */
    static String of(String id) {
        return TraceId.isValid(id) ? id : DigestUtils.sha256Hex(id).substring(0, TraceId.getLength());
    }
}
