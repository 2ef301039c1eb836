package io.vinbridge.ops.routes;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.check.OfferedSteps;
import io.vinbridge.ops.routes.revisions.Revision;
import io.vinbridge.ops.routes.revisions.Revisions;
import io.vinbridge.ops.routes.revisions.RouteEdit;
import io.vinbridge.ops.routes.revisions.RouteEdit.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers which routes operators have, and edits them. */
@Component
class RouteHandler {

    private static final int USUAL_LIMIT = 50;
    private static final String REVISIONS = "route-revisions";

    private final Revisions revisions;
    private final RouteEditor edits;
    private final RouteReconciler convergence;
    private final OfferedSteps steps;
    private final RouteJson views;
    private final PagedReplies lists;
    private final Json json;

    RouteHandler(
            Revisions revisions,
            RouteEditor edits,
            RouteReconciler convergence,
            OfferedSteps steps,
            RouteJson views,
            PagedReplies lists,
            Json json) {
        this.revisions = revisions;
        this.edits = edits;
        this.convergence = convergence;
        this.steps = steps;
        this.views = views;
        this.lists = lists;
        this.json = json;
    }

    Reply list() {
        convergence.converge();
        return lists.reply(
                revisions.current().stream().map(views::listed).toList(), null, Map.of("steps", steps.list()));
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return shown(current(parameters.text("file")));
    }

    Reply put(
            @Body RequestBody body,
            @Variable("parameters") Parameters parameters,
            @Variable("request") HttpRequest request) {
        RouteEdit edit = new RouteEdit(
                parameters.text("file"),
                text(body),
                Origin.API,
                request.caller().name(),
                parameters.text("note"),
                parameters.integer("replaces"));
        return applied(edit, parameters);
    }

    Reply delete(@Variable("parameters") Parameters parameters, @Variable("request") HttpRequest request) {
        String file = current(parameters.text("file")).file();
        RouteEdit edit = new RouteEdit(
                file,
                null,
                Origin.API,
                request.caller().name(),
                parameters.text("note"),
                parameters.integer("replaces"));
        return applied(edit, parameters);
    }

    Reply revisions(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber(REVISIONS, parameters.text("cursor"), Long.MAX_VALUE);
        List<Revision> found = revisions.list(parameters.text("file"), before, limit + 1);
        return lists.part(REVISIONS, found, limit, Revision::number, views::revision);
    }

    Reply rollBack(
            @Body RequestBody body,
            @Variable("parameters") Parameters parameters,
            @Variable("request") HttpRequest request) {
        RolledBack wanted = JsonBodyReader.read(json.mapper(), body, RolledBack.class);
        String file = parameters.text("file");
        Revision revision = revisions
                .applied(file, wanted.revision())
                .orElseThrow(() -> new Failure(
                        Reason.NOT_FOUND, file + " has no revision " + wanted.revision() + " that was ever applied"));
        String note = "Back to revision " + revision.number() + (wanted.note() == null ? "" : ". " + wanted.note());
        RouteEdit edit = new RouteEdit(
                file, revision.text(), Origin.ROLLBACK, request.caller().name(), note, parameters.integer("replaces"));
        return applied(edit, parameters);
    }

    private Reply applied(RouteEdit edit, Parameters parameters) {
        if (parameters.flag("dryRun")) {
            refuse(edit.file(), tried(edit));
            return Reply.of(204, Reply.JSON, Content.NONE);
        }
        refuse(edit.file(), edits.apply(List.of(edit)).get(edit.file()));
        return edit.text() == null ? Reply.of(204, Reply.JSON, Content.NONE) : shown(current(edit.file()));
    }

    private Failure tried(RouteEdit edit) {
        try {
            edits.dryRun(edit);
            return null;
        } catch (Failure e) {
            return e;
        }
    }

    private static void refuse(String file, Failure why) {
        if (why != null) {
            throw new Failure(why.reason(), file + ": " + why.getMessage());
        }
    }

    private Revision current(String file) {
        return revisions
                .current(file)
                .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no file " + file + " among the routes"));
    }

    private static String text(RequestBody body) {
        if (body == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The body must be the text of the file");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString()
                    .replace("\0", "");
        } catch (CharacterCodingException e) {
            throw new Failure(Reason.INVALID_REQUEST, "The body is no text in UTF-8");
        }
    }

    private Reply shown(Revision revision) {
        return Reply.ok(Content.of(json.bytes(views.whole(revision))));
    }

    /** The body of a roll-back. */
    record RolledBack(long revision, String note) {}
}
