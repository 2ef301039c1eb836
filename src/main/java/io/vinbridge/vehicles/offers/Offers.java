package io.vinbridge.vehicles.offers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.Offer;
import io.vinbridge.vehicles.OfferLimits;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.OwnOfferRule;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Store of what dealers say of vehicles: price, mileage, stock number, whatever they send, and whether they have the
 * vehicle. It is kept beside the description and served with it. A vehicle that a dealer has is tracked: its
 * description is kept fresh though nobody reads it.
 */
@Component
public class Offers {

    /** Rows that do not rest are locked too, and looked at once they are: one may be going to rest right now. */
    private static final String WAKE = """
            UPDATE descriptions d SET resting = false
            FROM (SELECT request_key, resting FROM descriptions
                  WHERE request_key IN (SELECT request_key FROM vehicles WHERE vin = ANY (:vins))
                  ORDER BY request_key FOR NO KEY UPDATE) AS held
            WHERE d.request_key = held.request_key AND held.resting
            """;

    private static final String HOLD = """
            SELECT vin, document, tracked, coalesce(octet_length(offers), 0) AS bytes, now() AS moment
            FROM vehicles WHERE vin = ANY (:vins) ORDER BY vin FOR NO KEY UPDATE
            """;

    private static final String SERVE = """
            UPDATE vehicles SET own = served.own, own_dealer = served.dealer, offers = served.offers, tracked = served.tracked,
                changed_at = now(), version = version + 1
            FROM unnest(:vins::text[], :own::text[], :dealers::text[], :offers::text[], :tracked::boolean[])
                AS served (vin, own, dealer, offers, tracked)
            WHERE vehicles.vin = served.vin
            """;

    /** Offers in hand at once; they take some ten times their size in memory. */
    private static final long MOST_BYTES = 1 << 20;

    private final JdbcClient jdbc;
    private final OfferRows rows;
    private final OfferLimits limits;
    private final OwnOfferRule rule;
    private final ChangeLog changes;
    private final DealerCurrencies currencies;

    Offers(JdbcClient jdbc, OfferRows rows, VehiclesSettings settings, ChangeLog changes, DealerCurrencies currencies) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.limits = settings.offers();
        this.rule = settings.ownOffer();
        this.changes = changes;
        this.currencies = currencies;
    }

    /**
     * Takes statements in, and appends a change for each vehicle of which something is served otherwise now. Returns
     * those that are refused, because more would be stored than may be.
     */
    @Transactional
    public Map<OfferStatement, Failure> take(Collection<OfferStatement> statements) {
        IdentityHashMap<OfferStatement, Failure> refused = new IdentityHashMap<>();
        if (statements.isEmpty()) {
            return refused;
        }
        Map<String, List<OfferStatement>> byVin =
                statements.stream().collect(groupingBy(one -> one.vin().value(), TreeMap::new, toList()));
        // Descriptions before vehicles, as everybody who writes both: the other way round the two would wait for each
        // other.
        List<String> tracking = byVin.entrySet().stream()
                .filter(vehicle -> vehicle.getValue().stream().anyMatch(one -> Boolean.TRUE.equals(one.tracked())))
                .map(Map.Entry::getKey)
                .toList();
        if (!tracking.isEmpty()) {
            jdbc.sql(WAKE).param("vins", ArrayColumn.TEXT.of(tracking)).update();
        }
        List<Vehicle> part = new ArrayList<>();
        long bytes = 0;
        for (Vehicle vehicle : jdbc.sql(HOLD)
                .param("vins", ArrayColumn.TEXT.of(byVin.keySet()))
                .query(Offers::vehicle)
                .list()) {
            if (bytes + vehicle.bytes > MOST_BYTES && !part.isEmpty()) {
                take(part, byVin, refused);
                part.clear();
                bytes = 0;
            }
            part.add(vehicle);
            bytes += vehicle.bytes;
        }
        take(part, byVin, refused);
        return refused;
    }

    private void take(
            List<Vehicle> vehicles, Map<String, List<OfferStatement>> byVin, Map<OfferStatement, Failure> refused) {
        Map<String, List<Offer>> stored =
                rows.of(vehicles.stream().map(Vehicle::vin).toList());
        Map<String, VehicleOffers> changed = new TreeMap<>();
        List<VehicleChange> happened = new ArrayList<>();
        for (Vehicle vehicle : vehicles) {
            VehicleOffers offers =
                    new VehicleOffers(stored.getOrDefault(vehicle.vin, List.of()), limits, rule, vehicle.moment);
            String correlationId = take(byVin.get(vehicle.vin), offers, refused);
            if (!offers.changed().isEmpty()) {
                changed.put(vehicle.vin, offers);
                happened.addAll(happened(vehicle, offers, correlationId));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        rows.write(changed);
        Map<String, String> known = currencies.of(changed.values().stream()
                .flatMap(offers -> offers.all().stream())
                .map(Offer::dealer)
                .collect(toSet()));
        serve(changed.entrySet().stream()
                .map(vehicle -> Served.of(vehicle.getKey(), vehicle.getValue(), known))
                .toList());
        changes.append(happened);
    }

    /** Returns who said the last that was taken. */
    private static String take(
            List<OfferStatement> statements, VehicleOffers offers, Map<OfferStatement, Failure> refused) {
        String correlationId = null;
        for (OfferStatement statement : statements) {
            try {
                offers.take(statement);
                correlationId = statement.correlationId();
            } catch (Failure beyond) {
                refused.put(statement, beyond);
            }
        }
        return correlationId;
    }

    private static List<VehicleChange> happened(Vehicle vehicle, VehicleOffers offers, String correlationId) {
        List<VehicleChange> happened = new ArrayList<>();
        if (offers.tracked() != vehicle.tracked) {
            String kind = offers.tracked() ? VehicleChangeKind.TRACKED : VehicleChangeKind.UNTRACKED;
            happened.add(new VehicleChange(vehicle.vin, vehicle.document, kind, List.of(), correlationId));
        }
        List<FieldChange> differences = offers.differences();
        if (!differences.isEmpty()) {
            happened.add(new VehicleChange(
                    vehicle.vin, vehicle.document, VehicleChangeKind.CHANGED, differences, correlationId));
        }
        return happened;
    }

    private void serve(List<Served> vehicles) {
        jdbc.sql(SERVE)
                .param("vins", ArrayColumn.TEXT.of(vehicles, Served::vin))
                .param("own", ArrayColumn.TEXT.of(vehicles, Served::own))
                .param("dealers", ArrayColumn.TEXT.of(vehicles, Served::dealer))
                .param("offers", ArrayColumn.TEXT.of(vehicles, Served::offers))
                .param("tracked", ArrayColumn.BOOLEAN.of(vehicles, Served::tracked))
                .update();
    }

    /** Those of them that a dealer has. */
    public Set<Vin> tracked(Collection<Vin> vins) {
        return jdbc.sql("SELECT vin FROM vehicles WHERE vin = ANY (:vins) AND tracked")
                .param("vins", ArrayColumn.TEXT.of(vins, Vin::value))
                .query((row, number) -> new Vin(row.getString("vin")))
                .set();
    }

    private static Vehicle vehicle(ResultSet row, int number) throws SQLException {
        return new Vehicle(
                row.getString("vin"),
                row.getBytes("document"),
                row.getBoolean("tracked"),
                row.getLong("bytes"),
                InstantColumn.of(row, "moment"));
    }

    /** What is served of a vehicle's offers, as its row has it. */
    private record Served(String vin, String own, String dealer, String offers, boolean tracked) {

        static Served of(String vin, VehicleOffers offers, Map<String, String> currencies) {
            Offer own = offers.own().orElseThrow();
            List<ServedOffer> all = offers.all().stream()
                    .map(offer -> ServedOffer.of(offer, currencies.get(offer.dealer())))
                    .toList();
            return new Served(
                    vin,
                    CanonicalJson.text(ServedOffer.fields(own, currencies.get(own.dealer()))),
                    own.dealer(),
                    CanonicalJson.text(all),
                    offers.tracked());
        }
    }

    private record Vehicle(String vin, byte[] document, boolean tracked, long bytes, Instant moment) {}
}
