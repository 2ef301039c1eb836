package io.vinbridge.refresh.runs;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.util.List;
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
        String[] asked = subjects.stream().map(this::key).distinct().toArray(String[]::new);
        long listed = jdbc.sql("SELECT " + LISTED + " FROM descriptions d WHERE d.request_key = ANY (:asked)")
                .param("asked", asked)
                .param("galleriesFor", galleries.freshFor().toString())
                .query(Long.class)
                .single();
        return new Cost(subjects.stream().distinct().count(), asked.length, listed);
    }

    private Cost ofFound(SelectedVehicles found) {
        return jdbc.sql("SELECT count(*) AS vehicles, count(DISTINCT v.request_key) AS calls, " + LISTED + " AS listed "
                        + found.sql())
                .params(found.values())
                .param("galleriesFor", galleries.freshFor().toString())
                .query((row, number) -> new Cost(row.getLong("vehicles"), row.getLong("calls"), row.getLong("listed")))
                .single();
    }

    private String key(String subject) {
        return subject.startsWith(WorkRequests.STYLE)
                ? keys.style(Integer.parseInt(subject.substring(WorkRequests.STYLE.length())))
                : keys.describing(new Vin(subject));
    }
}
