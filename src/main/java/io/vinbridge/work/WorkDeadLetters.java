package io.vinbridge.work;

import io.vinbridge.deadletters.DeadLetter;
import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.failures.Failure;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dead letters of work whose last attempt failed: its row rests for ever, and a letter tells of it, until a person or a
 * reader wants it again.
 */
@Component
class WorkDeadLetters {

    private static final String SOURCE = "work";

    private final JdbcClient jdbc;
    private final DeadLetterChannel letters;

    WorkDeadLetters(JdbcClient jdbc, DeadLetterChannel letters) {
        this.jdbc = jdbc;
        this.letters = letters;
    }

    void leave(Claim claim, Failure failure) {
        String body = claim.kind() + " " + claim.argument();
        letters.leave(SOURCE, claim.key(), failure, body, claim.attempts(), claim.correlationId());
    }

    void settled(Claim claim) {
        letters.settled(SOURCE, claim.key());
    }

    /** Makes its row due at once, as if it had never failed. */
    @EventListener
    void replay(DeadLetter.Replayed replayed) {
        if (replayed.letter().source().equals(SOURCE)) {
            int rows = jdbc.sql("""
                    UPDATE work SET due_at = now(), attempts = 0, failed_at = NULL, failure = NULL, failure_detail = NULL
                    WHERE request_key = :key AND token IS NULL
                    """).param("key", replayed.letter().subject()).update();
            replayed.done(rows > 0);
        }
    }
}
