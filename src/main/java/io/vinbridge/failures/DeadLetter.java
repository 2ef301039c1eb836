package io.vinbridge.failures;

import java.time.Instant;

/**
 * Something that could not be done, and waits for a person.
 *
 * @param source who left it, such as {@code work}
 * @param subject what it is about, once for each source, such as a request key
 * @param body what is needed to try again, in the source's own words
 */
public record DeadLetter(
        long id,
        String source,
        String subject,
        Reason reason,
        String detail,
        String body,
        int attempts,
        String correlationId,
        Instant receivedAt,
        Instant diedAt) {

    /** One that is to be tried again, told to whoever left it, in the transaction that takes it off the list. */
    public record Replayed(DeadLetter letter) {}
}
