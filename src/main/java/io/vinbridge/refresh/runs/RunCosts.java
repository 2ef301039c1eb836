package io.vinbridge.refresh.runs;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Estimates of what runs would cost, before anything is planned. */
@Component
class RunCosts {

    /** A style that is known to be a pattern's only one has its pictures listed after it, unless they are fresh. */
    private static final String LISTED = """
            count(DISTINCT d.style_id) FILTER (WHERE NOT EXISTS (
                SELECT FROM galleries g WHERE g.style_id = d.style_id AND g.looked_at > now() - :galleriesFor::interval))
            """;

    /** The keys are those that the vehicles would be registered under: of build data, each has one of its own. */
    private static final String NAMED = "SELECT count(DISTINCT k.request_key) AS calls, " + LISTED + """
            AS listed FROM (
                SELECT CASE WHEN d.outcome = 'individual' OR own.request_key IS NOT NULL THEN asked.alone ELSE asked.shared END AS request_key
                FROM unnest(:shared::text[], :alone::text[]) AS asked (shared, alone)
                LEFT JOIN descriptions d ON d.request_key = asked.shared
                LEFT JOIN descriptions own ON own.request_key = asked.alone) AS k
            LEFT JOIN descriptions d ON d.request_key = k.request_key
            """;

    private final JdbcClient jdbc;
    private final RequestKeys keys;
    private final Galleries galleries;

    RunCosts(JdbcClient jdbc, RequestKeys keys, Galleries galleries) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.galleries = galleries;
    }

    /** Estimated size and cost of a run: vehicles, calls for descriptions, and calls for pictures of known styles. */
    record Cost(long total, long calls, long galleryCalls) {}

    Cost of(Selection selection) {
        return selection.named() ? ofNamed(selection.subjects()) : ofFound(SelectedVehicles.of(selection));
    }

    private Cost ofNamed(List<String> subjects) {
        List<String> asked = subjects.stream().distinct().toList();
        return jdbc.sql(NAMED)
                .param("shared", ArrayColumn.TEXT.of(asked, subject -> key(subject, keys::describing)))
                .param("alone", ArrayColumn.TEXT.of(asked, subject -> key(subject, keys::alone)))
                .param("galleriesFor", galleries.freshFor().toString())
                .query((row, number) -> new Cost(asked.size(), row.getLong("calls"), row.getLong("listed")))
                .single();
    }

    private Cost ofFound(SelectedVehicles found) {
        return jdbc.sql("SELECT count(*) AS vehicles, count(DISTINCT v.request_key) AS calls, " + LISTED + " AS listed "
                        + found.sql())
                .params(found.values())
                .param("galleriesFor", galleries.freshFor().toString())
                .query((row, number) -> new Cost(row.getLong("vehicles"), row.getLong("calls"), row.getLong("listed")))
                .single();
    }

    private String key(String subject, Function<Vin, String> ofVehicle) {
        return subject.startsWith(WorkRequests.STYLE)
                ? keys.style(Integer.parseInt(subject.substring(WorkRequests.STYLE.length())))
                : ofVehicle.apply(new Vin(subject));
    }
}
