package io.vinbridge.events.redis;

import io.lettuce.core.StreamMessage;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.messages.EntryFields;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.util.ArrayList;
import java.util.List;

/** Entries of one read from the stream, and the ids by which they are acknowledged. */
record StreamEntries(List<String> ids, MessageBatch batch) {

    /** Null where there is nothing; {@code field} is the one that has the event, as far as that is agreed upon. */
    static StreamEntries of(List<StreamMessage<String, byte[]>> messages, String field) {
        if (messages.isEmpty()) {
            return null;
        }
        List<String> ids = new ArrayList<>(messages.size());
        List<byte[]> bodies = new ArrayList<>(messages.size());
        for (StreamMessage<String, byte[]> message : messages) {
            ids.add(message.getId());
            // An entry that was deleted while it was pending has no body any more: nothing is left of it to be stored.
            if (message.getBody() != null) {
                bodies.add(EntryFields.message(message.getBody(), field));
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
}
