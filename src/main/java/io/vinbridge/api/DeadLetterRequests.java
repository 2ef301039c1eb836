package io.vinbridge.api;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.failures.DeadLetter;
import io.vinbridge.failures.DeadLetters;
import java.time.Instant;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers what could not be done, and has it tried again or forgotten. */
@Component
class DeadLetterRequests {

    private static final int USUAL_LIMIT = 50;
    private static final String LIST = "dead-letters";

    private final DeadLetters letters;
    private final Lists lists;

    DeadLetterRequests(DeadLetters letters, Lists lists) {
        this.letters = letters;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = Cursor.readNumber(LIST, parameters.text("cursor"), Long.MAX_VALUE);
        return lists.part(LIST, letters.list(before, limit + 1), limit, DeadLetter::id, Item::of);
    }

    Reply replay(@Variable("parameters") Parameters parameters) {
        letters.replay(parameters.integer("id"));
        return Reply.of(202, Reply.JSON, Content.NONE);
    }

    Reply discard(@Variable("parameters") Parameters parameters) {
        letters.discard(parameters.integer("id"));
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    /** A letter as the contract has it. */
    record Item(
            String id,
            String source,
            String subject,
            String reason,
            String detail,
            String body,
            int attempts,
            Instant receivedAt,
            Instant diedAt,
            String correlationId) {

        static Item of(DeadLetter letter) {
            return new Item(
                    Long.toString(letter.id()),
                    letter.source(),
                    letter.subject(),
                    letter.reason().word(),
                    letter.detail(),
                    letter.body(),
                    letter.attempts(),
                    letter.receivedAt(),
                    letter.diedAt(),
                    letter.correlationId());
        }
    }
}
