package io.vinbridge.api.http.connection;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request whose client leaves amid its body or its answer: it ends there. Else the container has the page of the error
 * made, for nobody, which costs more than an answer, and hundreds that leave at a time hold every thread.
 */
public final class LeftRequest implements AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(LeftRequest.class);

    /** Has a request end so. */
    public static void of(AsyncContext async) {
        async.addListener(new LeftRequest());
    }

    @Override
    public void onError(AsyncEvent event) {
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException over) {
            // Who reads the body or writes the answer was told first, and has ended it.
            LOG.debug("A request whose client left is over", over);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // It is over.
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // There are no time limits but those of Transfers.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        of(event.getAsyncContext());
    }
}
