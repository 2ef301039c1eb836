package io.vinbridge.events.intake;

import io.vinbridge.events.Way;
import io.vinbridge.events.formats.Batch;
import io.vinbridge.events.formats.Normalising;
import io.vinbridge.failures.DeadLetter;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in once more what was not understood, with the formats as they are now. It was counted when it came. */
@Component
class ReplayedEvents {

    private final Normalising normalising;
    private final Inbox inbox;

    ReplayedEvents(Normalising normalising, Inbox inbox) {
        this.normalising = normalising;
        this.inbox = inbox;
    }

    @EventListener
    void replay(DeadLetter.Replayed replayed) {
        DeadLetter letter = replayed.letter();
        UnclearEvents.way(letter.source()).ifPresent(way -> takeIn(way, letter));
    }

    private void takeIn(Way way, DeadLetter letter) {
        inbox.storeAgain(
                normalising.read(new Batch(way, List.of(letter.bytes()), letter.correlationId())),
                letter.attempts() + 1);
    }
}
