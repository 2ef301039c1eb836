package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.usage.AvoidedCalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registry of the VINs that were asked for. */
@Component
public class VehicleRegistry {

    /**
     * FOR SHARE keeps a writer from replacing the description until this vehicle's row is committed; otherwise the
     * vehicle keeps the old document and nobody notices.
     */
    private static final String HELD = "FROM descriptions WHERE request_key = ANY (%s) ORDER BY request_key FOR SHARE";

    private static final String LOCK = "SELECT " + HELD.formatted(":keys");

    /**
     * What is held is as it stands once the lock is there. Rows of vehicles that are described are not locked: who
     * stores holds work when it comes to them, and this may be before work. Nor are those written that wait and go on
     * waiting, which each of their readers registers: another version would be another ETag, and a change to lists.
     * What stands in for a description stays until there is one.
     */
    private static final String REGISTER = """
            WITH held AS MATERIALIZED (SELECT * %s), placed AS MATERIALIZED (
                SELECT asked.vin, CASE d.outcome WHEN 'individual' THEN asked.alone ELSE asked.shared END AS request_key,
                    d.document, d.model_year, d.make, d.model, d.trim, d.body_type, d.drivetrain, d.style_id,
                    coalesce(d.styles, 0) AS styles, known.request_key AS before, known.own IS NOT NULL AS offered
                FROM unnest(:vins::text[], :shared::text[], :alone::text[]) AS asked (vin, shared, alone)
                LEFT JOIN held d ON d.request_key = asked.shared
                LEFT JOIN vehicles known ON known.vin = asked.vin
                WHERE known.document IS NULL
            ), written AS (
                INSERT INTO vehicles AS v (vin, request_key, document, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles)
                SELECT vin, request_key, document, model_year, make, model, trim, body_type, drivetrain, style_id, styles
                FROM placed WHERE document IS NOT NULL OR before IS DISTINCT FROM request_key
                ORDER BY vin COLLATE "C"
                ON CONFLICT (vin) DO UPDATE SET request_key = excluded.request_key, document = excluded.document,
                    %s, style_id = excluded.style_id, styles = excluded.styles
                WHERE v.document IS NULL
                RETURNING vin, request_key, document, own IS NOT NULL AS offered
            )
            SELECT vin, request_key, document, offered FROM written
            UNION ALL
            SELECT vin, request_key, document, offered FROM placed WHERE document IS NULL AND before = request_key
            """.formatted(
                    HELD.formatted(":shared::text[]"),
                    Stream.of("model_year", "make", "model", "trim", "body_type", "drivetrain")
                                    .map(name -> given(name, "excluded." + name))
                                    .collect(Collectors.joining(", "))
                            + ", "
                            + given("changed_at", "now()") + ", " + given("version", "v.version + 1"));

    private static final String MOVE = """
            UPDATE vehicles v SET request_key = held.request_key
            FROM (SELECT v.vin, CASE d.outcome WHEN 'individual' THEN asked.alone ELSE asked.shared END AS request_key
                  FROM unnest(:vins::text[], :shared::text[], :alone::text[]) AS asked (vin, shared, alone)
                  JOIN vehicles v ON v.vin = asked.vin AND v.document IS NOT NULL
                  LEFT JOIN descriptions d ON d.request_key = asked.shared
                  ORDER BY v.vin FOR UPDATE OF v) AS held
            WHERE v.vin = held.vin
            RETURNING v.vin, v.request_key, v.own IS NOT NULL AS offered
            """;

    private static final String LACKING = """
            SELECT DISTINCT asked.vin FROM unnest(:vins::text[]) AS asked (vin) LEFT JOIN vehicles v USING (vin)
            WHERE v.vin IS NULL OR NOT belongs_to_settings(v.request_key, :settings) OR (v.document IS NULL
                AND EXISTS (SELECT FROM descriptions d WHERE d.request_key = v.request_key AND d.document IS NOT NULL))
            """;

    private final JdbcClient jdbc;
    private final DescriptionPropagation redescribed;
    private final ChangeLog changes;
    private final RequestKeys keys;
    private final AvoidedCalls avoided;

    VehicleRegistry(
            JdbcClient jdbc,
            DescriptionPropagation redescribed,
            ChangeLog changes,
            RequestKeys keys,
            AvoidedCalls avoided) {
        this.jdbc = jdbc;
        this.redescribed = redescribed;
        this.changes = changes;
        this.keys = keys;
        this.avoided = avoided;
    }

    /**
     * Writes down VINs that are not described yet as asked for. Where the pattern is known already, the VIN is
     * described by that, here and now, without a call. Not for a transaction that locks work afterwards: who stores
     * holds work, and then a description.
     */
    @Transactional
    public List<RegisteredVin> register(Collection<Vin> vins, String correlationId) {
        return register(vins, vin -> correlationId);
    }

    /** The same for several requests or events, by VIN with the one that wants it. */
    @Transactional
    public List<RegisteredVin> register(Map<Vin, String> wantedBy) {
        return register(wantedBy.keySet(), wantedBy::get);
    }

    private List<RegisteredVin> register(Collection<Vin> vins, Function<Vin, String> wantedBy) {
        List<VehicleChange> described = new ArrayList<>();
        List<RegisteredVin> registered = withKeys(REGISTER, vins)
                .query((row, number) -> {
                    RegisteredVin vehicle = registered(row, row.getBytes("document") != null);
                    if (vehicle.described()) {
                        described.add(new VehicleChange(
                                vehicle.vin().value(),
                                row.getBytes("document"),
                                VehicleChangeKind.DESCRIBED,
                                List.of(),
                                wantedBy.apply(vehicle.vin())));
                    }
                    return vehicle;
                })
                .list();
        avoided.note(CallCause.MISS, AvoidedCalls.How.SHARING, described.size());
        changes.append(described);
        return registered;
    }

    /**
     * Puts described vehicles under the keys of the settings as they are now. Where such a key is described already,
     * they get that description; the others keep theirs until then.
     */
    @Transactional
    public List<RegisteredVin> move(Collection<Vin> vins, String correlationId) {
        lock(vins.stream().flatMap(vin -> Stream.of(keys.describing(vin), keys.alone(vin))));
        List<RegisteredVin> moved = withKeys(MOVE, vins)
                .query((row, number) -> registered(row, true))
                .list();
        moved.stream().map(RegisteredVin::requestKey).distinct().forEach(key -> redescribed.update(key, correlationId));
        return moved;
    }

    /**
     * Writes down VINs that are not there, gives those their description that wait though it is there, and puts those
     * of other settings under the keys of these: in a transaction of its own, for callers that lock work in theirs.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ensureRegistered(Collection<Vin> vins, String correlationId) {
        List<Vin> lacking = jdbc.sql(LACKING)
                .param("vins", ArrayColumn.TEXT.of(vins, Vin::value))
                .param("settings", keys.settings())
                .query((row, number) -> new Vin(row.getString("vin")))
                .list();
        if (!lacking.isEmpty()) {
            move(lacking, correlationId);
            register(lacking, correlationId);
        }
    }

    /** Moves the described vehicles of one key, not all at once where they are very many. */
    @Transactional
    public List<RegisteredVin> moveFrom(String key, String correlationId) {
        List<Vin> vins = jdbc.sql(
                        "SELECT vin FROM vehicles WHERE request_key = :key AND document IS NOT NULL LIMIT 1000")
                .param("key", key)
                .query((row, number) -> new Vin(row.getString("vin")))
                .list();
        return move(vins, correlationId);
    }

    private static String given(String column, String value) {
        return "%1$s = CASE WHEN excluded.document IS NULL THEN v.%1$s ELSE %2$s END".formatted(column, value);
    }

    private static RegisteredVin registered(ResultSet row, boolean described) throws SQLException {
        return new RegisteredVin(
                new Vin(row.getString("vin")), row.getString("request_key"), described, row.getBoolean("offered"));
    }

    private void lock(Stream<String> wanted) {
        jdbc.sql(LOCK)
                .param("keys", ArrayColumn.TEXT.of(wanted.distinct().toList()))
                .query(row -> {});
    }

    /** The VINs, the keys under which they are described, and their own. */
    private JdbcClient.StatementSpec withKeys(String sql, Collection<Vin> vins) {
        return jdbc.sql(sql)
                .param("vins", ArrayColumn.TEXT.of(vins, Vin::value))
                .param("shared", ArrayColumn.TEXT.of(vins, keys::describing))
                .param("alone", ArrayColumn.TEXT.of(vins, keys::alone));
    }
}
