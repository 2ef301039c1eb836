package io.vinbridge.events.intake;

import io.lettuce.core.StreamMessage;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.MessageBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was read from the stream at once, and the ids by which it is acknowledged. */
record StreamEntries(List<String> ids, MessageBatch batch) {

    private static final String FIELD = "event";

    /** Null where there is nothing. */
    static StreamEntries of(List<StreamMessage<String, byte[]>> messages) {
        if (messages.isEmpty()) {
            return null;
        }
        List<String> ids = new ArrayList<>(messages.size());
        List<byte[]> bodies = new ArrayList<>(messages.size());
        for (StreamMessage<String, byte[]> message : messages) {
            ids.add(message.getId());
            // An entry that was deleted while it was pending has no body any more: nothing is left of it to be stored.
            if (message.getBody() != null) {
                bodies.add(body(message));
            }
        }
        return new StreamEntries(ids, new MessageBatch(IntakeChannel.STREAM, bodies, null));
    }

    static long bytes(StreamMessage<String, byte[]> message) {
        return message.getBody() == null
                ? 0
                : message.getBody().values().stream()
                        .mapToLong(value -> value.length)
                        .sum();
    }

    /** What stands in the field {@code event}; without one, all that stands in the entry, so that its dead letter shows what came. */
    private static byte[] body(StreamMessage<String, byte[]> message) {
        byte[] event = message.getBody().get(FIELD);
        if (event != null) {
            return event;
        }
        StringBuilder all = new StringBuilder("No field " + FIELD + ":");
        message.getBody()
                .forEach((name, value) ->
                        all.append(' ').append(name).append('=').append(new String(value, StandardCharsets.UTF_8)));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
