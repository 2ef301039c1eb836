package io.vinbridge.ops.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.ops.routes.revisions.Revision;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/** Routes and revisions as the contract has them. */
@Component
class RouteJson {

    private static final int LINES_AROUND = 3;

    private final CamelContext context;
    private final RouteTroubles troubles;

    RouteJson(CamelContext context, RouteTroubles troubles) {
        this.context = context;
        this.troubles = troubles;
    }

    /** A file as it is listed. */
    Item listed(Revision revision) {
        return item(revision, null);
    }

    /** A file with its text. */
    Item whole(Revision revision) {
        return item(revision, revision.text());
    }

    /** Revision of a file, with the lines that it changed or would have. */
    Entry revision(Revision revision) {
        boolean withheld = revision.refusal() != null && revision.text() == null;
        return new Entry(
                revision.number(),
                revision.refusal() == null ? "applied" : "refused",
                revision.refusal(),
                revision.origin(),
                revision.author(),
                revision.note(),
                revision.madeAt(),
                revision.correlationId(),
                withheld ? null : difference(revision));
    }

    private Item item(Revision revision, String text) {
        RouteFileName file = new RouteFileName(revision.file());
        Route route = file.route() ? context.getRoute(file.id()) : null;
        return new Item(
                revision.file(),
                revision.number(),
                revision.origin(),
                revision.author(),
                revision.note(),
                revision.madeAt(),
                route == null ? null : route.getDescription(),
                route == null ? null : status(route),
                troubles.all().get(revision.file()),
                text);
    }

    private String status(Route route) {
        return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted() ? "running" : "off";
    }

    private static String difference(Revision revision) {
        List<String> before = lines(revision.before());
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        revision.file(),
                        revision.file(),
                        before,
                        DiffUtils.diff(before, lines(revision.text())),
                        LINES_AROUND));
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    /** A file of the operator's routes; {@code state} and {@code trouble} are those of the node that is asked. */
    record Item(
            String file,
            long revision,
            String origin,
            String author,
            String note,
            Instant madeAt,
            String description,
            String state,
            String trouble,
            @JsonInclude(JsonInclude.Include.NON_NULL) String text) {}

    /** A revision of a file. */
    record Entry(
            long number,
            String outcome,
            String refusal,
            String origin,
            String author,
            String note,
            Instant madeAt,
            String correlationId,
            String diff) {}
}
