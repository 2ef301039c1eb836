package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.connection.ConnectionControl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads on, without a thread, what a client still sends whose request is answered: before that it reads no answer (RFC
 * 9112, 9.6).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class LingeringClose extends HttpFilter {

    private final transient BodyIntake intake;

    LingeringClose(BodyIntake intake) {
        this.intake = intake;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.isAsyncStarted()
                || !BodyIntake.hasBody(request)
                || request.getInputStream().isFinished()) {
            return;
        }
        // What the container is yet to answer itself would be lost by a flush.
        if (!response.isCommitted() && response.getContentType() == null && response.getStatus() >= 400) {
            ConnectionControl.closeAfterAnswer(request);
            return;
        }
        response.flushBuffer();
        new IncomingBody(request, response, intake, null).begin();
    }
}
