package io.vinbridge.failures;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.stereotype.Component;

/**
 * Interceptor that makes an {@link Error} of a step a failure of its exchange. Camel catches exceptions alone: an error
 * would end the consumer's thread, pass by {@code doFinally} and error policies, and, of a producer that does not go on
 * by itself, count as success.
 */
@Component
class ErrorBarrier implements InterceptStrategy {

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new Step(target);
    }

    private static final class Step extends DelegateAsyncProcessor {

        Step(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Answer answer = new Answer(callback);
            try {
                boolean atOnce = getProcessor().process(exchange, answer);
                return answer.pass(atOnce);
            } catch (Error e) {
                exchange.setException(e);
                return answer.pass(true);
            }
        }
    }

    /**
     * Camel says that a step is done at once before an error has left it: so that is passed on after it has returned.
     */
    private static final class Answer implements AsyncCallback {

        private final AsyncCallback callback;
        private final AtomicBoolean passed = new AtomicBoolean();
        private volatile boolean returned;
        private volatile boolean heard;

        Answer(AsyncCallback callback) {
            this.callback = callback;
        }

        @Override
        public void done(boolean atOnce) {
            if (atOnce && !returned) {
                heard = true;
            } else if (passed.compareAndSet(false, true)) {
                callback.done(atOnce);
            }
        }

        boolean pass(boolean atOnce) {
            returned = true;
            if ((atOnce || heard) && passed.compareAndSet(false, true)) {
                callback.done(true);
                return true;
            }
            return false;
        }
    }
}
