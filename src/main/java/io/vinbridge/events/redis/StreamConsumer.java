package io.vinbridge.events.redis;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumer of the stream: what its route has stored is acknowledged, and what it has not is read again. */
class StreamConsumer extends ScheduledPollConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final StreamReader reader;

    StreamConsumer(StreamEndpoint endpoint, Processor route, StreamReader reader) {
        super(endpoint, route);
        this.reader = reader;
    }

    @Override
    protected int poll() {
        StreamEntries entries = reader.read();
        if (entries == null) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(entries.batch());
            store(exchange);
            if (exchange.getException() == null) {
                reader.acknowledge(entries);
            } else {
                LOG.warn(
                        "What was read is not stored, and read again: {}",
                        exchange.getException().getMessage());
                reader.notStored();
            }
        } finally {
            releaseExchange(exchange, false);
        }
        return entries.ids().size();
    }

    private void store(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        reader.close();
    }
}
