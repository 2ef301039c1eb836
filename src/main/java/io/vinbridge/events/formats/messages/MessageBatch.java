package io.vinbridge.events.formats.messages;

import io.vinbridge.events.IntakeChannel;
import java.util.List;

/**
 * Messages that came in together.
 *
 * @param messages each as it came; one may hold several events
 * @param correlationId of the request that brought them; null where each event is to have its own
 */
public record MessageBatch(IntakeChannel channel, List<byte[]> messages, String correlationId) {

    /** Limit of events in a message or request: all are in memory until they are stored. */
    public static final int MOST_EVENTS = 10_000;
}
