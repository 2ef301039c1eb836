package io.vinbridge.events.intake;

import io.vinbridge.events.Way;
import io.vinbridge.events.formats.Batch;
import io.vinbridge.events.formats.Normalising;
import io.vinbridge.events.formats.Reading;
import io.vinbridge.events.formats.Reading.Unclear;
import io.vinbridge.events.formats.Readings;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Reads messages that routes of the operator's own bring in, from wherever that is. */
@Component
class OwnIntake {

    private final Normalising normalising;
    private final Inbox inbox;

    OwnIntake(Normalising normalising, Inbox inbox) {
        this.normalising = normalising;
        this.inbox = inbox;
    }

    /** The events of a message; what is not understood is a dead letter already. */
    List<Reading> read(@Body byte[] message) {
        List<Reading> read =
                normalising.read(new Batch(Way.ROUTE, List.of(message), null)).list();
        List<Reading> unclear = read.stream().filter(Unclear.class::isInstance).toList();
        if (!unclear.isEmpty()) {
            inbox.store(new Readings(Way.ROUTE, unclear));
        }
        return read.stream().filter(one -> !(one instanceof Unclear)).toList();
    }
}
