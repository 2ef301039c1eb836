package io.vinbridge.deadletters;

import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.failures.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dead letter channel of all rooms: what failed for good is left here, in the transaction that gives it up. */
@Component
public class DeadLetterChannel {

    private static final String LEAVE = """
            INSERT INTO dead_letters AS d (source, subject, reason, detail, body, encoding, attempts, correlation_id, received_at)
            SELECT :source, l.subject, l.reason, l.detail, l.body, l.encoding, l.attempts, l.correlation_id, now()
            FROM unnest(:subjects::text[], :reasons::text[], :details::text[], :bodies::text[], :encodings::text[], :attempts::int[],
                    :correlationIds::text[])
                AS l (subject, reason, detail, body, encoding, attempts, correlation_id)
            ORDER BY l.subject
            ON CONFLICT (source, subject) DO UPDATE SET reason = excluded.reason, detail = excluded.detail,
                body = excluded.body, encoding = excluded.encoding, attempts = excluded.attempts,
                correlation_id = excluded.correlation_id, died_at = now()
            """;

    private final JdbcClient jdbc;

    public DeadLetterChannel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves one, in the caller's transaction and in place of an older one about the same. */
    public void leave(String source, String subject, Failure failure, String body, int attempts, String correlationId) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        leave(source, List.of(new Left(subject, failure, bytes, attempts, correlationId)));
    }

    /**
     * Leaves some, in the caller's transaction and in place of older ones about the same; of those about the same, the
     * last.
     */
    public void leave(String source, Collection<Left> letters) {
        if (!letters.isEmpty()) {
            jdbc.sql(LEAVE)
                    .param("source", source)
                    .params(new DeadLetterBatch(letters).columns())
                    .update();
        }
    }

    /** Takes off what was done after all, in the caller's transaction. */
    public void settled(String source, String subject) {
        jdbc.sql("DELETE FROM dead_letters WHERE source = :source AND subject = :subject")
                .param("source", source)
                .param("subject", subject)
                .update();
    }
}
