package io.vinbridge.events.redis;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Endpoint of one reader of the stream, which reads on at once while there is something to read. */
class StreamEndpoint extends ScheduledPollEndpoint {

    private static final long PAUSE_MILLIS = 50;

    private final StreamReader reader;

    StreamEndpoint(String uri, Component component, StreamReader reader) {
        super(uri, component);
        this.reader = reader;
        setInitialDelay(0);
        setDelay(PAUSE_MILLIS);
        setGreedy(true);
    }

    @Override
    public Consumer createConsumer(Processor route) throws Exception {
        StreamConsumer consumer = new StreamConsumer(this, route, reader);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("the stream is read here, not written");
    }
}
