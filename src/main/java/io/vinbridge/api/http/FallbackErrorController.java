package io.vinbridge.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what never reaches a route, such as a path nobody knows, in the form of every other problem. */
@Controller
@RestControllerAdvice
class FallbackErrorController implements ErrorController {

    private final Problems problems;

    FallbackErrorController(Problems problems) {
        this.problems = problems;
    }

    /**
     * Answers what Spring refuses before any method of a page or a stream is called; the headers it has for it, such as
     * {@code Allow}, go along.
     */
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        ServletRequestBindingException.class
    })
    ResponseEntity<byte[]> refused(ServletException refusal) {
        ErrorResponse response = (ErrorResponse) refusal;
        return entity(response.getStatusCode().value(), response.getHeaders());
    }

    /** Answers requests that the container itself refuses. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return entity(status instanceof Integer code ? code : 404, HttpHeaders.EMPTY);
    }

    private ResponseEntity<byte[]> entity(int status, HttpHeaders beside) {
        Reply reply = problems.unmatched(status);
        ResponseEntity.BodyBuilder entity =
                ResponseEntity.status(reply.status()).headers(beside);
        reply.headers().forEach(header -> entity.header(header.getKey(), header.getValue()));
        return entity.header("Content-Type", reply.type()).body(reply.bytes());
    }
}
