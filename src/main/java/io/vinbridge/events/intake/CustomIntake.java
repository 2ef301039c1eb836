package io.vinbridge.events.intake;

import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.EventNormalizer;
import io.vinbridge.events.formats.ParsedEvent;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvents;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Reads messages that routes of the operator's own bring in, from wherever that is. */
@Component
class CustomIntake {

    private final EventNormalizer normalising;
    private final Inbox inbox;

    CustomIntake(EventNormalizer normalising, Inbox inbox) {
        this.normalising = normalising;
        this.inbox = inbox;
    }

    /** The events of a message; what is not understood is a dead letter already. */
    List<ParsedEvent> read(@Body byte[] message) {
        List<ParsedEvent> read = normalising
                .read(new MessageBatch(IntakeChannel.ROUTE, List.of(message), null))
                .list();
        List<ParsedEvent> unclear =
                read.stream().filter(Unclear.class::isInstance).toList();
        if (!unclear.isEmpty()) {
            inbox.store(new ParsedEvents(IntakeChannel.ROUTE, unclear));
        }
        return read.stream().filter(one -> !(one instanceof Unclear)).toList();
    }
}
