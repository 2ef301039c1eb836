package io.vinbridge.api.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.Run;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.Runs;
import io.vinbridge.refresh.runs.Runs.Miss;
import io.vinbridge.refresh.runs.Selection;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.work.CallCause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for refresh runs, and answers them. */
@Component
class RefreshHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_NAMED = 10_000;
    private static final String LIST = "refreshes";
    private static final String FAILURES = "refresh-failures";

    private final RunStarter refreshes;
    private final Runs runs;
    private final RunJson json;
    private final PagedReplies lists;
    private final ObjectMapper mapper;

    RefreshHandler(RunStarter refreshes, Runs runs, RunJson json, PagedReplies lists, ObjectMapper mapper) {
        this.refreshes = refreshes;
        this.runs = runs;
        this.json = json;
        this.lists = lists;
        this.mapper = mapper;
    }

    Reply begin(@Body RequestBody body, @Variable("request") HttpRequest request) {
        Asked asked = JsonBodyReader.read(mapper, body, Asked.class);
        if (size(asked.vins()) > MOST_NAMED || size(asked.styles()) > MOST_NAMED) {
            throw new Failure(
                    Reason.INVALID_REQUEST, "Name " + MOST_NAMED + " at most; import a list of more vehicles");
        }
        if (asked.dryRun()) {
            return json.ok(refreshes.estimate(asked.selection()));
        }
        Run run = refreshes.begin(asked.selection(), CallCause.FORCED, request.idempotencyKey(), Correlation.id());
        return json.accepted(run);
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber(LIST, parameters.text("cursor"), Long.MAX_VALUE);
        return lists.part(LIST, runs.list(before, limit + 1), limit, Run::number, json::shown);
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return json.ok(runs.get(id(parameters)));
    }

    Reply pause(@Variable("parameters") Parameters parameters) {
        return json.ok(runs.pause(id(parameters)));
    }

    Reply resume(@Variable("parameters") Parameters parameters) {
        return json.ok(runs.resume(id(parameters)));
    }

    Reply cancel(@Variable("parameters") Parameters parameters) {
        return json.ok(runs.cancel(id(parameters)));
    }

    Reply failures(@Variable("parameters") Parameters parameters) {
        UUID id = runs.get(id(parameters)).id();
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long after = PageCursor.readNumber(FAILURES, parameters.text("cursor"), 0);
        return lists.part(FAILURES, runs.failures(id, after, limit + 1), limit, Miss::number, Missed::of);
    }

    private static UUID id(Parameters parameters) {
        try {
            return UUID.fromString(parameters.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Failure(Reason.NOT_FOUND, "There is no refresh run " + parameters.text("id"));
        }
    }

    private static int size(List<?> list) {
        return list == null ? 0 : list.size();
    }

    /** The body of a request. */
    record Asked(
            List<String> vins,
            List<Integer> styles,
            String make,
            String model,
            Integer year,
            Instant staleSince,
            boolean all,
            boolean dryRun) {

        Selection selection() {
            return new Selection(vins, styles, make, model, year, staleSince, all, null, false, null);
        }
    }

    /** A failure as the contract has it. */
    record Missed(String subject, Long line, String reason, String detail) {
        static Missed of(Miss miss) {
            return new Missed(miss.subject(), miss.line(), miss.reason(), miss.detail());
        }
    }
}
