package io.vinbridge.vehicles.lists;

import io.vinbridge.database.ListQueries;
import io.vinbridge.vehicles.VehiclesSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lists of vehicles in any order (keyset pagination). A page begins after the keys of the last vehicle before it, so
 * that its cost does not grow with its distance from the beginning.
 */
@Component
public class VehicleLists {

    /** Stands in the place of the first key in a cursor among the vehicles that have nothing to go by. */
    private static final String LACKING = "";

    /** So many vehicles are looked at in the order of the list before its filters are asked for all that they find. */
    private static final int WALKED = 2_000;

    /** Only what is listed is looked up elsewhere, after the part is cut. */
    private static final String PART = """
            SELECT part.*, coalesce(c.content, part.stand_in_card) AS facts, d.outcome, d.warnings, d.service, d.data_source, d.build, d.looked_at,
                d.version AS looks, d.looked_at < now() - :freshFor::interval AS stale
            FROM (SELECT vin, request_key, document, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles, created_at, changed_at, own_dealer, status, stock, price, own_price, mileage,
                    left(own::jsonb ->> 'currency', 50) AS currency,
                    make_key, model_key, year_key, stand_in_at, CASE WHEN document IS NULL THEN stand_in_edition END AS stand_in_edition,
                    CASE WHEN :cards AND document IS NULL THEN stand_in_card END AS stand_in_card,
                    CASE WHEN :cards AND opinion_of = document AND opinion_style IS NOT DISTINCT FROM style_id THEN opinion END AS opinion,
                    CASE WHEN octet_length(own) > 8192
                        THEN json_build_object('price', own_price, 'currency', own::jsonb ->> 'currency', 'mileage', mileage, 'status', status, 'stock', stock)::text
                        ELSE own
                    END AS own
                FROM %s) AS part
            LEFT JOIN descriptions d ON d.request_key = part.request_key
            LEFT JOIN cards c ON :cards AND c.document = part.document AND c.style_id = coalesce(part.style_id, 0)
            ORDER BY %s
            """;

    /** The filters stand in an index in the order of the list, or there are none. */
    private static final String BY_INDEX = "vehicles WHERE listed%1$s%2$s ORDER BY %3$s LIMIT :most";

    /** Of a frequent value, a page is found soon. */
    private static final String BY_WALK = """
            (SELECT * FROM vehicles WHERE listed%1$s ORDER BY %3$s LIMIT :walked) AS vehicles
            WHERE true%2$s ORDER BY %3$s LIMIT :most""";

    /**
     * Of a rare value, all are found by its index, and sorted; the planner, left to itself, walks where it takes it for
     * frequent.
     */
    private static final String BY_SORT = """
            (WITH matched AS MATERIALIZED (SELECT %4$s FROM vehicles WHERE listed%1$s%2$s)
             SELECT vehicles.* FROM (SELECT vin FROM matched ORDER BY %3$s LIMIT :most) AS first JOIN vehicles USING (vin)) AS vehicles
            """;

    private final ListQueries queries;
    private final String freshFor;

    VehicleLists(ListQueries queries, VehiclesSettings settings) {
        this.queries = queries;
        this.freshFor = settings.freshFor().toString();
    }

    /**
     * The part after {@code after}, as a page's {@code next} names it, or the first where that is null.
     *
     * @param cards whether the facts of descriptions are wanted
     */
    public VehiclePage page(VehicleFilter filter, VehicleOrder order, List<String> after, int most, boolean cards) {
        List<ListedRow> found = new ArrayList<>();
        boolean lacking = after != null && order.key().mayLack() && after.get(0).equals(LACKING);
        if (!lacking) {
            found.addAll(part(filter, order, after, most + 1, cards));
        }
        if (order.key().mayLack() && found.size() <= most) {
            found.addAll(lacking(filter, order, lacking ? after.get(1) : LACKING, most + 1 - found.size(), cards));
        }
        List<ListedVehicle> items =
                found.stream().limit(most).map(ListedRow::vehicle).toList();
        return new VehiclePage(
                items, found.size() <= most ? null : found.get(most - 1).keys(order.key()));
    }

    private List<ListedRow> part(
            VehicleFilter filter, VehicleOrder order, List<String> after, int most, boolean cards) {
        String from = after == null ? "" : order.after();
        if (order.key().mayLack()) {
            from += " AND " + order.key().columns().get(0) + " IS NOT NULL";
        }
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.putAll(after == null ? Map.of() : order.values(after));
        String columns = String.join(", ", order.key().columns());
        return read(filter, from, order.orderBy(), columns, filter.indexed(order), values, most, cards);
    }

    /** Those that have nothing to go by come last, by VIN. */
    private List<ListedRow> lacking(
            VehicleFilter filter, VehicleOrder order, String afterVin, int most, boolean cards) {
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.put("afterVin", afterVin);
        String from = " AND " + order.key().columns().get(0) + " IS NULL AND vin > :afterVin";
        return read(filter, from, "vin", "vin", filter.all(), values, most, cards);
    }

    private List<ListedRow> read(
            VehicleFilter filter,
            String from,
            String orderBy,
            String columns,
            boolean indexed,
            Map<String, Object> values,
            int most,
            boolean cards) {
        values.put("most", most);
        values.put("walked", WALKED);
        values.put("freshFor", freshFor);
        values.put("cards", cards);
        List<ListedRow> found =
                read(filter, (indexed ? BY_INDEX : BY_WALK).formatted(from, filter.where(), orderBy), orderBy, values);
        return indexed || found.size() == most
                ? found
                : read(filter, BY_SORT.formatted(from, filter.where(), orderBy, columns), orderBy, values);
    }

    private List<ListedRow> read(VehicleFilter filter, String source, String orderBy, Map<String, Object> values) {
        String sql = PART.formatted(source, orderBy.replaceAll("\\b(vin|price|mileage)\\b", "part.$1"));
        return queries.read(
                filter.what(),
                jdbc -> jdbc.sql(sql).params(values).query(ListedRow::of).list());
    }
}
