package io.vinbridge.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what never reaches a route, such as a path nobody knows, in the form of every other problem. */
@RestControllerAdvice
class FallbackErrorController implements ErrorController {

    private final Problems problems;

    FallbackErrorController(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<byte[]> noSuchResource() {
        return entity(problems.unmatched(404));
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<byte[]> methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        Reply reply = problems.unmatched(405);
        String[] allowed = e.getSupportedMethods();
        return entity(allowed == null ? reply : reply.with("Allow", String.join(", ", allowed)));
    }

    /** Answers requests that the container itself refuses. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return entity(problems.unmatched(status instanceof Integer code ? code : 404));
    }

    private static ResponseEntity<byte[]> entity(Reply reply) {
        ResponseEntity.BodyBuilder entity = ResponseEntity.status(reply.status());
        reply.headers().forEach(header -> entity.header(header.getKey(), header.getValue()));
        return entity.header("Content-Type", reply.type()).body(reply.bytes());
    }
}
