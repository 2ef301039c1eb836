package io.vinbridge.ops.routes.revisions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Revisions that all nodes run, in short. */
@Component
public class RunningRevisions {

    private static final String NEWEST =
            "SELECT count(*) AS files, coalesce(max(revision), 0) AS newest FROM route_files";

    private final JdbcClient jdbc;

    RunningRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Such as {@code 24 files, the newest of revision 31}. */
    public String summary() {
        return jdbc.sql(NEWEST)
                .query((row, number) ->
                        row.getLong("files") + " files, the newest of revision " + row.getLong("newest"))
                .single();
    }
}
