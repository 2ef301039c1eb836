package io.vinbridge.deadletters;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Dead letter: something that could not be done, and waits for a person.
 *
 * @param source who left it, such as {@code work}
 * @param subject what it is about, once for each source, such as a request key
 * @param body what is needed to try again, in the source's own words
 * @param encoding {@code base64} where the body is no text; else null
 */
public record DeadLetter(
        long id,
        String source,
        String subject,
        Reason reason,
        String detail,
        String body,
        String encoding,
        int attempts,
        String correlationId,
        Instant receivedAt,
        Instant diedAt) {

    /** The body as it came. */
    public byte[] bytes() {
        return encoding == null
                ? body.getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(body);
    }

    /**
     * One that is to be tried again, told to whoever left it, in the transaction that takes it off the list.
     *
     * @param tried whether there was something to try again, as far as whoever left it knows
     */
    public record Replayed(DeadLetter letter, AtomicBoolean tried) {

        Replayed(DeadLetter letter) {
            this(letter, new AtomicBoolean(true));
        }

        /** Says whether there was something to try again. */
        public void done(boolean any) {
            tried.set(any);
        }
    }

    /**
     * Dead letters of one reason and source.
     *
     * @param letters their number, among the newest 10,000 of all
     * @param newest when the last of them was left
     */
    public record Group(Reason reason, String source, int letters, Instant newest) {}

    /** Filter over dead letters: a null leaves its part open. */
    public record Filter(String source, Reason reason, List<Long> ids) {

        /** All of them. */
        public static final Filter ALL = new Filter(null, null, null);
    }

    /**
     * One that is left.
     *
     * @param body need not be text
     * @param attempts how often it was tried
     */
    public record Left(String subject, Failure failure, byte[] body, int attempts, String correlationId) {}
}
