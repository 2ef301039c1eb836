package io.vinbridge.api.http;

import io.vinbridge.tracing.Correlation;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Valve that answers what the container refuses before any filter sees it, such as a target that is none, in the form
 * of every problem.
 */
public class ProblemReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);

    /** Makes this the error report of a context's host. */
    public static void forHostOf(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReport.class.getName());
        }
    }

    /**
     * The container refuses TRACE by itself, and its page of errors is asked by the same method, which has no answer
     * there.
     */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if ("TRACE".equalsIgnoreCase(request.getMethod()) && response.getStatus() >= 400) {
            response.setSuspended(false);
            report(request, response, null);
        } else {
            super.invoke(request, response);
        }
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String known = response.getHeader(Correlation.HEADER);
        String id = known == null ? UUID.randomUUID().toString().replace("-", "") : known;
        String body = "{\"type\":\"urn:vinbridge:problem:" + slug(status)
                + "\",\"title\":\"The request was refused\",\"status\":" + status + ",\"correlationId\":\"" + id
                + "\"}";
        try {
            response.setHeader(Correlation.HEADER, id);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType(Problem.MEDIA_TYPE);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A refusal cannot be sent", gone);
        }
    }

    /** The container knows no more of a request that it cannot read. */
    private static String slug(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 408 -> "too-slow";
            case 413 -> "too-large";
            case 500 -> "internal";
            default -> "invalid-request";
        };
    }
}
