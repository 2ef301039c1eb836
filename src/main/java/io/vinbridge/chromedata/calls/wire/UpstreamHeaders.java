package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.tracing.Correlation;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.cxf.message.Message;
import org.springframework.stereotype.Component;

/**
 * Allow-list of the headers that cross the border to ChromeData and back: a list of those forbidden has been incomplete
 * in every advisory on it. Nothing that ChromeData answers can steer a route.
 */
@Component("upstreamHeaders")
public class UpstreamHeaders implements HeaderFilterStrategy {

    private static final Set<String> OUT = named(
            "Accept",
            "Authorization",
            "Authtoken",
            "Content-Type",
            "Date",
            "If-Modified-Since",
            "If-None-Match",
            "SOAPAction",
            Correlation.HEADER);
    private static final Set<String> IN = named(
            "Content-Type",
            "Date",
            "ETag",
            "Last-Modified",
            "Retry-After",
            Exchange.HTTP_RESPONSE_CODE,
            Message.RESPONSE_CODE);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return value == null || !OUT.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name);
    }

    private static Set<String> named(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
