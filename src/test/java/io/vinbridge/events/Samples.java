package io.vinbridge.events;

import java.util.UUID;

/** Events for tests, and a stream and a channel that no other test listens to. */
final class Samples {

    final String stream = "stream." + UUID.randomUUID();
    final String channel = "channel." + UUID.randomUUID();

    /**
     * The settings of a node that reads these. Redis may be slow on a busy machine: an acknowledgement that is given up
     * makes an entry come twice, which nobody sent twice.
     */
    String[] settings() {
        return new String[] {
            "vinbridge.events.redis.stream=" + stream,
            "vinbridge.events.redis.channel=" + channel,
            "spring.data.redis.timeout=30s",
            "vinbridge.events.redis.reclaim-after=8s"
        };
    }

    /** A flat one. */
    static String priced(String vin) {
        return "{\"type\":\"vehicle.price-changed\",\"vin\":\"%s\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"price\":1}"
                .formatted(vin);
    }
}
