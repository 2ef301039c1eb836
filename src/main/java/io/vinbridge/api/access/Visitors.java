package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.pictures.OpenPictures;
import io.vinbridge.api.pictures.ShowroomSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Visitors: callers who show no key, and read what is open to anyone. They cause no call: what is not stored is not
 * there for them.
 */
@Component
public class Visitors {

    private static final Pattern SHOWROOM = Pattern.compile("/api/v1/(vehicles(/[^/]+(/media)?)?|media/[0-9a-f]{64})");

    private final OpenPictures pictures;
    private final ShowroomSettings showroom;

    Visitors(OpenPictures pictures, ShowroomSettings showroom) {
        this.pictures = pictures;
        this.showroom = showroom;
    }

    /** The visitor who sends a request; null where what it asks for is not open. */
    public Caller find(HttpServletRequest request) {
        String method = request.getMethod();
        String path = PublicPaths.mapped(request);
        boolean reads = "GET".equals(method) || "HEAD".equals(method);
        boolean open =
                reads && ((showroom.open() && SHOWROOM.matcher(path).matches()) || pictures.contain(path, request));
        return open ? Caller.visitor(request.getRemoteAddr()) : null;
    }

    /** True if a visitor asks. */
    public static boolean ask(Exchange exchange) {
        return exchange.getVariable(HttpRequest.VARIABLE, HttpRequest.class)
                .caller()
                .visits();
    }

    /**
     * Lets a visitor have what the showroom shows, and everybody else what they ask for.
     *
     * @throws Failure if it is a visitor, and something else
     */
    public static void check(Caller caller, boolean shown) {
        if (caller.visits() && !shown) {
            throw new Failure(
                    Reason.FORBIDDEN,
                    "Without a key there are the views card and style, and JSON-LD; of lists the cards, page by page");
        }
    }
}
