package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.PlanCacheMode;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registry of the VINs that were asked for. */
@Component
public class VehicleRegistry {

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
     * holds work, and then a description. What follows in the caller's transaction is planned like this, for so many
     * rows.
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
        PlanCacheMode.of(vins.size()).set(jdbc);
        List<VehicleChange> described = new ArrayList<>();
        List<RegisteredVin> registered = withKeys(RegistrationStatements.REGISTER, vins)
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
        List<RegisteredVin> moved = withKeys(RegistrationStatements.MOVE, vins)
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
        List<Vin> lacking = jdbc.sql(RegistrationStatements.LACKING)
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

    private static RegisteredVin registered(ResultSet row, boolean described) throws SQLException {
        return new RegisteredVin(
                new Vin(row.getString("vin")), row.getString("request_key"), described, row.getBoolean("offered"));
    }

    private void lock(Stream<String> wanted) {
        jdbc.sql(RegistrationStatements.LOCK)
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
