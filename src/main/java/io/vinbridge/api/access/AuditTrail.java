package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.ChangeAuditor;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.tracing.Correlation;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Audit trail: every change made through the API, with its caller, in a table that is appended to only. */
@Component
class AuditTrail implements ChangeAuditor {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A change.
     *
     * @param target the path, below that of the API
     * @param status of the answer; null while it is under way, or where the node ended meanwhile
     */
    record Entry(
            long number,
            Instant at,
            String caller,
            String callerName,
            String address,
            String operation,
            String target,
            String correlationId,
            Integer status) {}

    @Override
    public long begins(String operation, String target, HttpRequest request) {
        Caller caller = request.caller();
        return jdbc.sql(
                        "INSERT INTO audit (caller, caller_name, address, operation, target, correlation_id)"
                                + " VALUES (:caller, :callerName, :address, :operation, :target, :correlationId) RETURNING number")
                .param("caller", caller.id())
                .param("callerName", caller.name())
                .param("address", request.address())
                .param("operation", operation)
                .param("target", target)
                .param("correlationId", Correlation.id())
                .query(Long.class)
                .single();
    }

    @Override
    public void ended(long number, int status) {
        try {
            jdbc.sql("UPDATE audit SET status = :status WHERE number = :number")
                    .param("status", status)
                    .param("number", number)
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("The status of audit entry {} was not recorded: {} ({})", number, status, e.getMessage());
        }
    }

    /** The newest first. */
    List<Entry> list(long before, int limit) {
        return jdbc.sql("SELECT * FROM audit WHERE number < :before ORDER BY number DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getLong("number"),
                        InstantColumn.of(row, "at"),
                        row.getString("caller"),
                        row.getString("caller_name"),
                        row.getString("address"),
                        row.getString("operation"),
                        row.getString("target"),
                        row.getString("correlation_id"),
                        row.getObject("status", Integer.class)))
                .list();
    }
}
