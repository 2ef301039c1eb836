package io.vinbridge.events.redis;

import io.vinbridge.events.EventSettings;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * Component of the stream that events come by. {@code redis-stream:NAME?reader=N} begins a route, which gets what was
 * read as one message, and has to have stored it when it ends.
 */
@Component("redis-stream")
class StreamComponent extends DefaultComponent {

    private final RedisConnections connections;
    private final EventSettings.Redis settings;

    StreamComponent(RedisConnections connections, EventSettings settings) {
        this.connections = connections;
        this.settings = settings.redis();
    }

    @Override
    protected StreamEndpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        int number = getAndRemoveParameter(parameters, "reader", Integer.class, 1);
        StreamReader reader = new StreamReader(connections::open, settings, UUID.randomUUID() + "-" + number);
        return new StreamEndpoint(uri, this, reader);
    }
}
