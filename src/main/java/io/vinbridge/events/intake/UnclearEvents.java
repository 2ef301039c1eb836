package io.vinbridge.events.intake;

import io.vinbridge.events.Way;
import io.vinbridge.events.formats.Reading.Unclear;
import io.vinbridge.failures.DeadLetter.Left;
import io.vinbridge.failures.DeadLetters;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came in and could not be understood: kept as it came, once, until a person mends it, or the format that should have taken it. */
@Component
class UnclearEvents {

    /** Who left the letter: {@code event} and the way it came in. */
    private static final String SOURCE = "event:";

    private final DeadLetters letters;

    UnclearEvents(DeadLetters letters) {
        this.letters = letters;
    }

    /** The way by which the subject of a letter came in; empty where the letter is another's. */
    static Optional<Way> way(String source) {
        return source.startsWith(SOURCE)
                ? Optional.of(Way.valueOf(source.substring(SOURCE.length()).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    void leave(Way way, Collection<Unclear> events, int attempts) {
        letters.leave(
                SOURCE + way.word(),
                events.stream()
                        .map(one -> new Left(one.key(), one.failure(), one.body(), attempts, one.correlationId()))
                        .toList());
    }
}
