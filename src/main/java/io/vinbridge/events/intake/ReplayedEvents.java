package io.vinbridge.events.intake;

import io.vinbridge.deadletters.DeadLetter;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.EventNormalizer;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in once more what was not understood, with the formats as they are now. It was counted when it came. */
@Component
class ReplayedEvents {

    private final EventNormalizer normalising;
    private final Inbox inbox;

    ReplayedEvents(EventNormalizer normalising, Inbox inbox) {
        this.normalising = normalising;
        this.inbox = inbox;
    }

    @EventListener
    void replay(DeadLetter.Replayed replayed) {
        DeadLetter letter = replayed.letter();
        UnparsedEvents.channel(letter.source()).ifPresent(channel -> takeIn(channel, letter));
    }

    private void takeIn(IntakeChannel channel, DeadLetter letter) {
        inbox.storeAgain(
                normalising.read(new MessageBatch(channel, List.of(letter.bytes()), letter.correlationId())),
                letter.attempts() + 1);
    }
}
