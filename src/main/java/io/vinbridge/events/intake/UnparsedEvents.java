package io.vinbridge.events.intake;

import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages that could not be understood: each is kept as it came, once, until a person mends it, or the format that
 * should have taken it.
 */
@Component
class UnparsedEvents {

    /** Source of the letter: {@code event} and the channel. */
    private static final String SOURCE = "event:";

    private final DeadLetterChannel letters;

    UnparsedEvents(DeadLetterChannel letters) {
        this.letters = letters;
    }

    /** The way by which the subject of a letter came in; empty where the letter is another's. */
    static Optional<IntakeChannel> channel(String source) {
        return source.startsWith(SOURCE)
                ? Optional.of(
                        IntakeChannel.valueOf(source.substring(SOURCE.length()).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    void leave(IntakeChannel channel, Collection<Unclear> events, int attempts) {
        letters.leave(
                SOURCE + channel.word(),
                events.stream()
                        .map(one -> new Left(one.key(), one.failure(), one.body(), attempts, one.correlationId()))
                        .toList());
    }
}
