package io.vinbridge.vehicles.offers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.Offer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            SELECT vin, dealer, named, ARRAY(SELECT jsonb_array_elements_text(sources::jsonb)), source, fields::jsonb, said::jsonb, tracked,
                tracking_said, since::timestamptz, last_seen::timestamptz
            FROM unnest(:vins::text[], :dealers::text[], :named::boolean[], :sources::text[], :source::text[], :fields::text[], :said::text[],
                :tracked::boolean[], :trackingSaid::text[], :since::text[], :lastSeen::text[])
                AS written (vin, dealer, named, sources, source, fields, said, tracked, tracking_said, since, last_seen)
            ON CONFLICT (vin, dealer) DO UPDATE SET named = excluded.named, sources = excluded.sources, source = excluded.source,
                fields = excluded.fields, said = excluded.said, tracked = excluded.tracked,
                tracking_said = excluded.tracking_said, since = excluded.since, last_seen = excluded.last_seen
            """;

    private static final String FORGET = """
            DELETE FROM offers USING unnest(:vins::text[], :dealers::text[]) AS gone (vin, dealer)
            WHERE offers.vin = gone.vin AND offers.dealer = gone.dealer
            """;

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By VIN, then in no order; a VIN without offers is not there. */
    Map<String, List<Offer>> of(Collection<String> vins) {
        return jdbc
                .sql(OF_VEHICLES)
                .param("vins", ArrayColumn.TEXT.of(vins))
                .query((row, number) -> new Row(row.getString("vin"), offer(row)))
                .list()
                .stream()
                .collect(groupingBy(Row::vin, TreeMap::new, mapping(Row::offer, toList())));
    }

    void write(Map<String, VehicleOffers> vehicles) {
        forget(rows(vehicles, offers -> offers.gone().stream()));
        List<Row> changed = rows(vehicles, offers -> offers.changed().stream());
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(WRITE)
                .param("vins", ArrayColumn.TEXT.of(changed, Row::vin))
                .param("dealers", ArrayColumn.TEXT.of(changed, row -> row.offer.dealer()))
                .param("named", ArrayColumn.BOOLEAN.of(changed, row -> row.offer.named()))
                .param("sources", ArrayColumn.TEXT.of(changed, row -> CanonicalJson.text(row.offer.sources())))
                .param("source", ArrayColumn.TEXT.of(changed, row -> row.offer.source()))
                .param("fields", ArrayColumn.TEXT.of(changed, row -> CanonicalJson.text(row.offer.fields())))
                .param("said", ArrayColumn.TEXT.of(changed, row -> CanonicalJson.text(row.offer.said())))
                .param("tracked", ArrayColumn.BOOLEAN.of(changed, row -> row.offer.tracked()))
                .param("trackingSaid", ArrayColumn.TEXT.of(changed, row -> row.offer.trackingSaid()))
                .param(
                        "since",
                        ArrayColumn.TEXT.of(changed, row -> row.offer.since().toString()))
                .param(
                        "lastSeen",
                        ArrayColumn.TEXT.of(changed, row -> row.offer.lastSeen().toString()))
                .update();
    }

    private void forget(List<Row> gone) {
        if (!gone.isEmpty()) {
            jdbc.sql(FORGET)
                    .param("vins", ArrayColumn.TEXT.of(gone, Row::vin))
                    .param("dealers", ArrayColumn.TEXT.of(gone, row -> row.offer.dealer()))
                    .update();
        }
    }

    private static List<Row> rows(Map<String, VehicleOffers> vehicles, Function<VehicleOffers, Stream<Offer>> which) {
        return vehicles.entrySet().stream()
                .flatMap(vehicle -> which.apply(vehicle.getValue()).map(offer -> new Row(vehicle.getKey(), offer)))
                .toList();
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

    private record Row(String vin, Offer offer) {}
}
