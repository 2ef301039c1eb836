package io.vinbridge.api.operations;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.deadletters.DeadLetter;
import io.vinbridge.deadletters.DeadLetter.Filter;
import io.vinbridge.deadletters.DeadLetters;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers what could not be done, and has it tried again or forgotten. */
@Component
class DeadLetterHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int LONGEST_LISTED = 4_000;
    private static final String LIST = "dead-letters";

    private final DeadLetters letters;
    private final PagedReplies lists;
    private final JsonReplies replies;
    private final Json json;

    DeadLetterHandler(DeadLetters letters, PagedReplies lists, JsonReplies replies, Json json) {
        this.letters = letters;
        this.lists = lists;
        this.replies = replies;
        this.json = json;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber(LIST, parameters.text("cursor"), Long.MAX_VALUE);
        Filter filter = new Filter(parameters.text("source"), reason(parameters.text("reason")), null);
        return lists.part(LIST, letters.list(filter, before, limit + 1), limit, DeadLetter::id, Item::listed);
    }

    Reply groups() {
        List<DeadLetter.Group> groups = letters.groups();
        boolean atLeast = groups.stream().mapToInt(DeadLetter.Group::letters).sum() >= DeadLetters.COUNTED;
        return lists.reply(
                groups.stream()
                        .map(one -> new Group(one.reason().word(), one.source(), one.letters(), one.newest()))
                        .toList(),
                null,
                Map.of("atLeast", atLeast));
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return shown(letters.get(parameters.integer("id")));
    }

    Reply edit(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        String text = JsonBodyReader.read(json.mapper(), body, Edited.class).body();
        if (text == null || text.indexOf('\0') >= 0) {
            throw new Failure(Reason.INVALID_REQUEST, "body must be the text that is to be tried");
        }
        return shown(letters.edit(parameters.integer("id"), text));
    }

    Reply replayMany(@Body RequestBody body) {
        return counted("replayed", letters.replay(filter(body)));
    }

    Reply discardMany(@Body RequestBody body) {
        return counted("discarded", letters.discard(filter(body)));
    }

    Reply replay(@Variable("parameters") Parameters parameters) {
        letters.replay(parameters.integer("id"));
        return Reply.of(202, Reply.JSON, Content.NONE);
    }

    Reply discard(@Variable("parameters") Parameters parameters) {
        letters.discard(parameters.integer("id"));
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    private Filter filter(RequestBody body) {
        Chosen chosen = JsonBodyReader.read(json.mapper(), body, Chosen.class);
        return new Filter(chosen.source(), reason(chosen.reason()), chosen.ids());
    }

    private static Reason reason(String word) {
        return word == null
                ? null
                : Reason.of(word).orElseThrow(() -> new Failure(Reason.INVALID_REQUEST, "There is no reason " + word));
    }

    private Reply shown(DeadLetter letter) {
        return replies.ok(Item.of(letter));
    }

    private Reply counted(String what, int count) {
        return replies.reply(202, Map.of(what, count));
    }

    /** The body of an edit. */
    record Edited(String body) {}

    /** Selection of dead letters by a request; all of it may be left out. */
    record Chosen(List<Long> ids, String source, String reason) {}

    /** Letters of one reason and source. */
    record Group(String reason, String source, int letters, Instant newest) {}

    /** A letter as the contract has it. */
    record Item(
            String id,
            String source,
            String subject,
            String reason,
            String detail,
            String body,
            String encoding,
            int attempts,
            Instant receivedAt,
            Instant diedAt,
            String correlationId) {

        /** In lists a long body is cut. */
        static Item listed(DeadLetter letter) {
            String body = letter.body();
            return of(letter, body.length() > LONGEST_LISTED ? body.substring(0, LONGEST_LISTED) + "..." : body);
        }

        static Item of(DeadLetter letter) {
            return of(letter, letter.body());
        }

        private static Item of(DeadLetter letter, String body) {
            return new Item(
                    Long.toString(letter.id()),
                    letter.source(),
                    letter.subject(),
                    letter.reason().word(),
                    letter.detail(),
                    body,
                    letter.encoding(),
                    letter.attempts(),
                    letter.receivedAt(),
                    letter.diedAt(),
                    letter.correlationId());
        }
    }
}
