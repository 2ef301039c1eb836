package io.vinbridge.vehicles.offers;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.Offer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The rows of offers. Their vehicles' rows are locked by whoever reads or writes them. */
@Component
class OfferRows {

    private static final String OF_VEHICLES = """
            SELECT vin, dealer, named, sources, source, fields::text AS fields, said::text AS said, tracked,
                coalesce(tracking_said, '') AS tracking_said, since, last_seen
            FROM offers WHERE vin = ANY (:vins)
            """;

    private static final String WRITE = """
            INSERT INTO offers (vin, dealer, named, sources, source, fields, said, tracked, tracking_said, since, last_seen)
            VALUES (:vin, :dealer, :named, :sources, :source, :fields::jsonb, :said::jsonb, :tracked, :trackingSaid, :since, :lastSeen)
            ON CONFLICT (vin, dealer) DO UPDATE SET named = excluded.named, sources = excluded.sources, source = excluded.source,
                fields = excluded.fields, said = excluded.said, tracked = excluded.tracked,
                tracking_said = excluded.tracking_said, since = excluded.since, last_seen = excluded.last_seen
            """;

    private final NamedParameterJdbcTemplate jdbc;

    OfferRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By VIN, then in no order; a VIN without offers is not there. */
    Map<String, List<Offer>> of(Collection<String> vins) {
        Map<String, List<Offer>> offers = new TreeMap<>();
        jdbc.query(OF_VEHICLES, Map.of("vins", vins.toArray(String[]::new)), row -> {
            offers.computeIfAbsent(row.getString("vin"), vin -> new ArrayList<>())
                    .add(offer(row));
        });
        return offers;
    }

    void write(Map<String, VehicleOffers> vehicles) {
        SqlParameterSource[] changed = vehicles.entrySet().stream()
                .flatMap(vehicle ->
                        vehicle.getValue().changed().stream().map(offer -> parameters(vehicle.getKey(), offer)))
                .toArray(SqlParameterSource[]::new);
        SqlParameterSource[] gone = vehicles.entrySet().stream()
                .flatMap(vehicle -> vehicle.getValue().gone().stream()
                        .map(dealer -> new MapSqlParameterSource("vin", vehicle.getKey()).addValue("dealer", dealer)))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("DELETE FROM offers WHERE vin = :vin AND dealer = :dealer", gone);
        jdbc.batchUpdate(WRITE, changed);
    }

    private static SqlParameterSource parameters(String vin, Offer offer) {
        return new MapSqlParameterSource("vin", vin)
                .addValue("dealer", offer.dealer())
                .addValue("named", offer.named())
                .addValue("sources", offer.sources().toArray(String[]::new), Types.ARRAY)
                .addValue("source", offer.source(), Types.VARCHAR)
                .addValue("fields", CanonicalJson.text(offer.fields()))
                .addValue("said", CanonicalJson.text(offer.said()))
                .addValue("tracked", offer.tracked())
                .addValue("trackingSaid", offer.trackingSaid())
                .addValue("since", offer.since().atOffset(ZoneOffset.UTC))
                .addValue("lastSeen", offer.lastSeen().atOffset(ZoneOffset.UTC));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Array sources = row.getArray("sources");
        return new Offer(
                row.getString("dealer"),
                row.getBoolean("named"),
                new TreeSet<>(List.of((String[]) sources.getArray())),
                row.getString("source"),
                new TreeMap<>(CanonicalJson.readMembers(row.getString("fields"), JsonNode.class)),
                new TreeMap<>(CanonicalJson.readMembers(row.getString("said"), String.class)),
                row.getBoolean("tracked"),
                row.getString("tracking_said"),
                InstantColumn.of(row, "since"),
                InstantColumn.of(row, "last_seen"));
    }
}
