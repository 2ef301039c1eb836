package io.vinbridge.vehicles.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever a list is filtered by and in whichever order it goes, its pages, put together, are the vehicles that a plain
 * filter and a plain sort give: with ties, and with what has no price, mileage or reads at the end.
 */
class VehicleListLawsTest {

    /** Of which some filters find more than are sorted, and others fewer. */
    private static final int VEHICLES = 2_600;

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static final List<Row> ROWS = new ArrayList<>();

    /** A vehicle as the test reads it from the table; each but the first three may be null. */
    private record Row(
            String vin,
            Instant changed,
            Instant added,
            String make,
            String model,
            int year,
            String body,
            String fuel,
            String status,
            String dealer,
            boolean tracked,
            BigDecimal price,
            BigDecimal mileage,
            Instant warm) {}

    private static final Map<String, BiPredicate<Row, String>> FILTERS = filters();
    private static final Map<String, Comparator<Row>> ORDERS = orders();

    @BeforeAll
    static void fill() {
        JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);
        jdbc.update(
                "INSERT INTO documents (hash, content, answer) SELECT sha256(n::text::bytea), '{}', '' FROM generate_series(1, 24) n");
        jdbc.update("""
                INSERT INTO cards (document, style_id, content, body, fuel, msrp) SELECT sha256(n::text::bytea), 0, '{}',
                    (ARRAY['sedan','suv',NULL])[1 + n % 3], (ARRAY['gasoline','diesel'])[1 + n % 2],
                    CASE WHEN n % 4 > 0 THEN 20000 + n % 3 * 500 END
                FROM generate_series(1, 24) n""");
        jdbc.update("""
                INSERT INTO vehicles (vin, request_key, document, model_year, make, model, body_type, styles, created_at, changed_at, tracked, own_dealer, own)
                SELECT 'A' || lpad(n::text, 16, '0'), 'describe:laws', sha256((1 + mixed % 24)::text::bytea), 2000 + mixed / 24 % 5,
                    CASE WHEN n % 700 = 7 THEN 'Rare' ELSE 'Make ' || mixed / 120 % 3 END, 'Model ' || mixed / 360 % 4, 'Body ' || n % 2, 1,
                    now() - mixed % 50 * interval '1 hour', now() - mixed / 7 % 60 * interval '1 minute', mixed % 3 > 0,
                    CASE WHEN mixed % 3 > 0 THEN 'D' || mixed / 3 % 40 END,
                    CASE WHEN mixed % 3 > 0 THEN json_build_object('price', CASE WHEN mixed % 5 > 0 THEN 10000 + mixed % 9 * 100.5 END,
                        'mileage', CASE WHEN mixed % 7 > 0 THEN mixed % 11 * 1000 END,
                        'status', CASE WHEN mixed / 11 % 20 = 1 THEN 'Sold' WHEN mixed % 13 > 0 THEN 'available' END)::text END
                FROM (SELECT n, hashint4(n) & 2147483647 AS mixed FROM generate_series(1, ?) n) made""", VEHICLES);
        jdbc.update(
                "INSERT INTO vehicle_reads SELECT vin, now() - hashtext(vin) % 30 * interval '1 hour' FROM vehicles WHERE hashtext(vin) % 3 = 0");
        jdbc.execute("ANALYZE vehicles");
        ROWS.addAll(jdbc.query(
                "SELECT v.*, r.warm_at FROM vehicles v LEFT JOIN vehicle_reads r USING (vin)",
                (row, number) -> new Row(
                        row.getString("vin"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("make"),
                        row.getString("model"),
                        row.getInt("model_year"),
                        row.getString("body"),
                        row.getString("fuel"),
                        row.getString("status"),
                        row.getString("own_dealer"),
                        row.getBoolean("tracked"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("mileage"),
                        row.getObject("warm_at") == null
                                ? null
                                : row.getObject("warm_at", OffsetDateTime.class).toInstant())));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<String> lists() {
        List<String> filters = List.of(
                "",
                "make=RARE",
                "model=Model 2&year=2003",
                "body=suv",
                "status=sold",
                "status=available",
                "tracked=true",
                "tracked=false",
                "status=available&make=Make 2",
                "dealer=d7&body=sedan",
                "dealer=D7&status=available&make=Make 1",
                "dealer=nobody",
                "priceTo=10100.5&body=suv",
                "mileageFrom=2000&mileageTo=4000",
                "q=model",
                "tracked=true&yearFrom=2004");
        return filters.stream().flatMap(filter -> ORDERS.keySet().stream()
                .map(order -> "sort=" + order + (filter.isEmpty() ? "" : "&" + filter)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void areWhatAPlainFilterAndAPlainSortGive(String list) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String part : list.split("&", -1)) {
            wanted.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        List<String> expected = ROWS.stream()
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(one -> FILTERS.get(one.getKey()).test(row, one.getValue())))
                .sorted(ORDERS.get(wanted.get("sort")))
                .map(Row::vin)
                .toList();
        Random random = new Random(list.hashCode());

        // Pages of any size, begun at any place: that after some vehicle of the list, by the cursor of the page before.
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            int limit = expected.size() > 300 ? 150 + random.nextInt(51) : 1 + random.nextInt(97);
            StringBuilder path = new StringBuilder("/vehicles?fields=vin&limit=" + limit);
            wanted.forEach((name, value) ->
                    path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            String page =
                    NODE.get(path + (cursor == null ? "" : "&cursor=" + cursor)).body();
            List<String> vins = JsonPath.read(page, "$.items[*].vin");
            seen.addAll(vins);
            cursor = JsonPath.read(page, "$.next");
            assertThat(vins.size()).isEqualTo(Math.min(limit, expected.size() - seen.size() + vins.size()));
        } while (cursor != null);

        assertThat(seen).isEqualTo(expected);
    }

    private static Map<String, BiPredicate<Row, String>> filters() {
        Map<String, BiPredicate<Row, String>> filters = new LinkedHashMap<>();
        filters.put("sort", (row, word) -> true);
        filters.put("make", (row, word) -> row.make.equalsIgnoreCase(word));
        filters.put("model", (row, word) -> row.model.equalsIgnoreCase(word));
        filters.put("year", (row, word) -> row.year == Integer.parseInt(word));
        filters.put("yearFrom", (row, word) -> row.year >= Integer.parseInt(word));
        filters.put("yearTo", (row, word) -> row.year <= Integer.parseInt(word));
        filters.put("body", (row, word) -> word.equals(row.body));
        filters.put("fuel", (row, word) -> word.equals(row.fuel));
        filters.put("status", (row, word) -> word.equalsIgnoreCase(Objects.requireNonNullElse(row.status, "-")));
        filters.put("dealer", (row, word) -> word.equalsIgnoreCase(Objects.requireNonNullElse(row.dealer, "-")));
        filters.put("priceFrom", (row, word) -> row.price != null && row.price.compareTo(new BigDecimal(word)) >= 0);
        filters.put("priceTo", (row, word) -> row.price != null && row.price.compareTo(new BigDecimal(word)) <= 0);
        filters.put(
                "mileageFrom", (row, word) -> row.mileage != null && row.mileage.compareTo(new BigDecimal(word)) >= 0);
        filters.put(
                "mileageTo", (row, word) -> row.mileage != null && row.mileage.compareTo(new BigDecimal(word)) <= 0);
        filters.put("q", (row, word) -> row.model.toLowerCase(Locale.ROOT).startsWith(word));
        filters.put("tracked", (row, word) -> row.tracked == Boolean.parseBoolean(word));
        return filters;
    }

    private static Map<String, Comparator<Row>> orders() {
        Map<String, Comparator<Row>> orders = new LinkedHashMap<>();
        Comparator<Row> vin = Comparator.comparing(Row::vin);
        Comparator<Row> words = Comparator.comparing((Row row) -> row.make.toLowerCase(Locale.ROOT))
                .thenComparing(row -> row.model.toLowerCase(Locale.ROOT));
        both(orders, "model", words.thenComparing(Row::year).thenComparing(vin));
        both(
                orders,
                "year",
                Comparator.comparing(Row::year).thenComparing(words).thenComparing(vin));
        both(orders, "changed", Comparator.comparing(Row::changed).thenComparing(vin));
        both(orders, "added", Comparator.comparing(Row::added).thenComparing(vin));
        both(orders, "price", Row::price);
        both(orders, "mileage", Row::mileage);
        both(orders, "seen", Row::warm);
        return orders;
    }

    private static void both(Map<String, Comparator<Row>> orders, String name, Comparator<Row> order) {
        orders.put(name, order);
        orders.put("-" + name, order.reversed());
    }

    /** What has nothing to go by comes last, by VIN, whichever way the list goes. */
    private static <T extends Comparable<T>> void both(
            Map<String, Comparator<Row>> orders, String name, Function<Row, T> key) {
        Comparator<Row> lacking = Comparator.comparing((Row row) -> key.apply(row) == null);
        Comparator<Row> byKey = (one, other) -> key.apply(one).compareTo(key.apply(other));
        Comparator<Row> byVin = Comparator.comparing(Row::vin);
        Comparator<Row> forth = lacking.thenComparing((one, other) -> key.apply(one) == null
                ? byVin.compare(one, other)
                : byKey.thenComparing(byVin).compare(one, other));
        Comparator<Row> back = lacking.thenComparing((one, other) -> key.apply(one) == null
                ? byVin.compare(one, other)
                : byKey.thenComparing(byVin).compare(other, one));
        orders.put(name, forth);
        orders.put("-" + name, back);
    }
}
