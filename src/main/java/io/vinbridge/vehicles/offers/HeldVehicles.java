package io.vinbridge.vehicles.offers;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.Offer;
import io.vinbridge.vehicles.Vin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of vehicles that dealers speak of: held while their offers change, and written with what is served. */
@Component
public class HeldVehicles {

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

    /** All in one statement: one for each opens all indexes anew, which is a third of what it takes. */
    private static final String SERVE = """
            UPDATE vehicles SET own = served.own, own_dealer = served.dealer, offers = served.offers, tracked = served.tracked,
                changed_at = now(), version = version + 1
            FROM unnest(:vins::text[], :own::text[], :dealers::text[], :offers::text[], :tracked::boolean[])
                AS served (vin, own, dealer, offers, tracked)
            WHERE vehicles.vin = served.vin
            """;

    private final JdbcClient jdbc;

    HeldVehicles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A vehicle's row that is held.
     *
     * @param document the name of its document; null until it is described
     * @param bytes what its offers take, as they are served
     * @param moment the time of the transaction
     */
    record Held(String vin, byte[] document, boolean tracked, long bytes, Instant moment) {

        static Held of(ResultSet row, int number) throws SQLException {
            return new Held(
                    row.getString("vin"),
                    row.getBytes("document"),
                    row.getBoolean("tracked"),
                    row.getLong("bytes"),
                    InstantColumn.of(row, "moment"));
        }
    }

    /** Has the descriptions of vehicles kept fresh from now on. */
    void wake(Collection<String> vins) {
        if (!vins.isEmpty()) {
            jdbc.sql(WAKE).param("vins", ArrayColumn.TEXT.of(vins)).update();
        }
    }

    /**
     * Locks the rows to the end of the transaction, in the order of the VINs; one that is not registered is not there.
     */
    List<Held> hold(Collection<String> vins) {
        return jdbc.sql(HOLD)
                .param("vins", ArrayColumn.TEXT.of(vins))
                .query(Held::of)
                .list();
    }

    /** Writes what is served of each; {@code currencies} are those of dealers, by their codes, where they have one. */
    void serve(Map<String, VehicleOffers> changed, Map<String, String> currencies) {
        List<Served> vehicles = changed.entrySet().stream()
                .map(vehicle -> Served.of(vehicle.getKey(), vehicle.getValue(), currencies))
                .toList();
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

    /** Served offers of a vehicle, as its row has them. */
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
}
