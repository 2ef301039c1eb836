package io.vinbridge.api.stream;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Problems;
import io.vinbridge.changes.ChangeFeed;
import io.vinbridge.changes.FeedCursor;
import io.vinbridge.changes.FeedFilter;
import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.Vin;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Begins streams of the change feed. */
@RestController
class ChangeStreamController {

    static final String PATH = "/api/v1/changes/stream";

    private final ChangeStreams streams;
    private final ChangeFeed feed;
    private final Problems problems;

    ChangeStreamController(ChangeStreams streams, ChangeFeed feed, Problems problems) {
        this.streams = streams;
        this.feed = feed;
        this.problems = problems;
    }

    /** Without this, it would be a stream of which nothing is written, so that nobody sees when its reader leaves. */
    @RequestMapping(path = PATH, method = RequestMethod.HEAD)
    ResponseEntity<Void> head() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET)
                .build();
    }

    @GetMapping(PATH)
    ResponseEntity<SseEmitter> stream(
            Principal caller,
            @RequestHeader(name = "Last-Event-ID", required = false) String seen,
            @RequestParam(required = false) String after,
            @RequestParam(required = false) String vin,
            @RequestParam(defaultValue = "") List<String> kind)
            throws IOException {
        long position = position(seen == null || seen.isBlank() ? after : seen.strip());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // What stands between must pass events on as they come.
                .header("X-Accel-Buffering", "no")
                .body(streams.open(
                        position,
                        new FeedFilter(vin == null ? null : Vin.of(vin).value(), kind),
                        (Caller) caller));
    }

    @ExceptionHandler({Failure.class, DataAccessException.class})
    void refused(Exception failure, HttpServletResponse response) throws IOException {
        problems.reply(failure).writeTo(response);
    }

    /** A stream tells what happens from now on, unless its reader says from where. */
    private long position(String cursor) {
        if (cursor == null || cursor.equals("now")) {
            return feed.head();
        }
        long position = FeedCursor.read(cursor);
        feed.check(position);
        return position;
    }
}
