package io.vinbridge.events.formats;

import io.vinbridge.events.VehicleEvent;
import io.vinbridge.failures.Failure;

/** Result of parsing a message, or one of the events in it. */
public sealed interface ParsedEvent {

    /** By what it is told apart from others: 64 hexadecimal digits. */
    String key();

    /**
     * It is understood.
     *
     * @param key of source and id, or of the content where there is no id
     * @param json the event in canonical form
     * @param correlationId the request or message that brought it
     */
    record Understood(VehicleEvent event, String key, String json, String correlationId) implements ParsedEvent {}

    /**
     * It is not.
     *
     * @param key of the body
     * @param body as it came
     * @param failure why not
     */
    record Unclear(String key, byte[] body, Failure failure, String correlationId) implements ParsedEvent {}
}
