package io.vinbridge.vehicles.descriptions;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.StaleDescription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Demand for descriptions, by readers and by trackers of vehicles. A description without demand rests until it is
 * wanted again.
 */
@Component
public class DescriptionDemand {

    private static final String READ = """
            UPDATE descriptions d SET reads = d.reads + held.reads, read_at = now(), resting = false
            FROM (SELECT d.request_key, counted.reads FROM unnest(:keys::text[], :reads::bigint[]) AS counted (request_key, reads)
                  JOIN descriptions d USING (request_key) ORDER BY d.request_key FOR NO KEY UPDATE OF d) AS held
            WHERE d.request_key = held.request_key
            """;

    /** One of a style by its number, or of a model by words, needs no vehicle, but the settings as they are. */
    private static final String WANTED = """
            (d.outcome = 'described' AND coalesce(d.read_at, '-infinity') > now() - :keepFor::interval
                    AND (starts_with(d.request_key, :stylePrefix) OR starts_with(d.request_key, :modelPrefix) OR EXISTS (SELECT FROM vehicles v WHERE v.request_key = d.request_key))
                OR EXISTS (SELECT FROM vehicles v WHERE v.request_key = d.request_key AND v.tracked))
            """;

    private static final String STALE = """
            SELECT d.request_key, d.looked_at, coalesce(w.due_at < 'infinity', false) AS queued,
                coalesce(w.failed_at IS NOT NULL AND w.due_at < 'infinity', false) AS failing,
                (SELECT v.vin FROM vehicles v WHERE v.request_key = d.request_key LIMIT 1) AS vin, %s AS wanted
            FROM descriptions d LEFT JOIN work w ON w.request_key = d.request_key
            WHERE NOT d.resting AND d.outcome = :outcome AND d.looked_at < now() - :freshFor::interval
                AND (d.looked_at, d.request_key) > (:lookedAt, :key)
            ORDER BY d.looked_at, d.request_key LIMIT :most
            """.formatted(WANTED);
    private static final String HOLD =
            "SELECT FROM descriptions WHERE request_key = ANY (:keys) ORDER BY request_key FOR NO KEY UPDATE";
    private static final String REST =
            "UPDATE descriptions d SET resting = true WHERE d.request_key = ANY (:keys) AND NOT " + WANTED;
    private static final OffsetDateTime BEFORE_ALL = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final RequestKeys keys;
    private final VehiclesSettings settings;

    DescriptionDemand(JdbcClient jdbc, RequestKeys keys, VehiclesSettings settings) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.settings = settings;
    }

    /** Notes reads, by request key; what rested is awake again. Rows are locked in the order of their keys. */
    public void read(Map<String, Long> reads) {
        jdbc.sql(READ)
                .param("keys", ArrayColumn.TEXT.of(reads.keySet()))
                .param("reads", ArrayColumn.BIGINT.of(reads.values()))
                .update();
    }

    /**
     * The next of the stale descriptions that do not rest, the oldest first.
     *
     * @param last the last of the part before, null for the first part
     * @param keepFor for how long after it was read a description is wanted; one that is not carried must be tracked
     */
    public List<StaleDescription> stale(LastFetch.Outcome outcome, StaleDescription last, Duration keepFor, int most) {
        boolean notCarried = outcome == LastFetch.Outcome.NOT_CARRIED;
        return jdbc.sql(STALE)
                .param("keepFor", keepFor.toString())
                .param("stylePrefix", keys.stylePrefix())
                .param("modelPrefix", keys.modelPrefix())
                .param("outcome", notCarried ? "not-carried" : "described")
                .param("freshFor", (notCarried ? settings.notCarriedFor() : settings.freshFor()).toString())
                .param("lookedAt", last == null ? BEFORE_ALL : last.lookedAt())
                .param("key", last == null ? "" : last.key())
                .param("most", most)
                .query(DescriptionDemand::stale)
                .list();
    }

    /**
     * Lets descriptions rest that nobody wants, unless somebody does by now. The rows are held before it is looked who
     * tracks them: whoever begins to track one in between waits, and wakes it.
     */
    @Transactional
    public void rest(Collection<String> unwanted, Duration keepFor) {
        jdbc.sql(HOLD).param("keys", ArrayColumn.TEXT.of(unwanted)).query(row -> {});
        jdbc.sql(REST)
                .param("keys", ArrayColumn.TEXT.of(unwanted))
                .param("keepFor", keepFor.toString())
                .param("stylePrefix", keys.stylePrefix())
                .param("modelPrefix", keys.modelPrefix())
                .update();
    }

    private static StaleDescription stale(ResultSet row, int number) throws SQLException {
        String vin = row.getString("vin");
        return new StaleDescription(
                row.getString("request_key"),
                row.getObject("looked_at", OffsetDateTime.class),
                row.getBoolean("wanted"),
                vin == null ? null : new Vin(vin),
                row.getBoolean("queued"),
                row.getBoolean("failing"));
    }
}
