package io.vinbridge.vehicles.comparison;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.Vin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparisons as they were made last, one for each VIN pattern. */
@Component
public class Comparisons {

    private static final String COMPARED = """
            INSERT INTO comparisons (pattern, vin, model_year, make, model) VALUES (:pattern, :vin, :modelYear, :make, :model)
            ON CONFLICT (pattern) DO UPDATE SET vin = excluded.vin, model_year = excluded.model_year, make = excluded.make,
                model = excluded.model, at = now()
            """;

    private static final String SUMMARY = """
            SELECT CASE :by WHEN 'make' THEN coalesce(c.make, '') WHEN 'year' THEN coalesce(c.model_year::text, '') ELSE m.member END AS name,
                m.verdict, sum(m.items) AS items, count(DISTINCT c.pattern) AS patterns
            FROM comparisons c JOIN comparison_members m USING (pattern)
            WHERE (:make::text IS NULL OR lower(c.make COLLATE words) = lower(:make COLLATE words)) AND (:year::integer IS NULL OR c.model_year = :year)
            GROUP BY 1, 2
            """;

    private static final String PATTERNS = """
            SELECT count(*) FROM comparisons c
            WHERE (:make::text IS NULL OR lower(c.make COLLATE words) = lower(:make COLLATE words)) AND (:year::integer IS NULL OR c.model_year = :year)
            """;

    private static final String DIFFERENCES = """
            SELECT c.at, c.vin, d.pattern, d.member, d.item, d.verdict, d.ads, d.cvd, d.id
            FROM comparison_differences d JOIN comparisons c USING (pattern)
            WHERE (:field::text IS NULL OR d.member = :field) AND (:verdict::text IS NULL OR d.verdict = :verdict) AND d.id > :after
            ORDER BY d.id LIMIT :most
            """;

    private final JdbcClient client;

    Comparisons(JdbcClient client) {
        this.client = client;
    }

    /** Vehicle that was compared. */
    public record Subject(Vin vin, Integer modelYear, String make, String model) {}

    /** Verdicts on the items of one field, of one make or of one year, and of how many patterns each. */
    public record Summary(String name, Map<Verdict, Long> items, Map<Verdict, Long> patterns) {

        /** Items of these verdicts. */
        public long items(Verdict... verdicts) {
            return List.of(verdicts).stream()
                    .mapToLong(verdict -> items.getOrDefault(verdict, 0L))
                    .sum();
        }

        /** All items. */
        public long all() {
            return items(Verdict.values());
        }

        /** Items that are the same. */
        public long same() {
            return items(Verdict.EQUAL, Verdict.CLOSE, Verdict.SAME_SET);
        }
    }

    /** Item in which the services do not agree. */
    public record Difference(
            long id,
            String at,
            String vin,
            String pattern,
            String field,
            String item,
            String verdict,
            String ads,
            String cvd) {}

    /** Stores a comparison in the place of the last one of the pattern, in the caller's transaction. */
    public void store(Subject subject, List<ComparedItem> items) {
        String pattern = subject.vin().pattern();
        client.sql(COMPARED)
                .param("pattern", pattern)
                .param("vin", subject.vin().value())
                .param("modelYear", subject.modelYear())
                .param("make", subject.make())
                .param("model", subject.model())
                .update();
        client.sql("DELETE FROM comparison_members WHERE pattern = :pattern")
                .param("pattern", pattern)
                .update();
        client.sql("DELETE FROM comparison_differences WHERE pattern = :pattern")
                .param("pattern", pattern)
                .update();
        members(pattern, items);
        differences(pattern, items);
    }

    private record Count(String member, Verdict verdict, int items) {}

    private void members(String pattern, List<ComparedItem> items) {
        Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();
        items.forEach(item -> counts.computeIfAbsent(item.member(), first -> new EnumMap<>(Verdict.class))
                .merge(item.verdict(), 1, Integer::sum));
        List<Count> rows = counts.entrySet().stream()
                .flatMap(member -> member.getValue().entrySet().stream()
                        .map(count -> new Count(member.getKey(), count.getKey(), count.getValue())))
                .toList();
        client.sql("""
                INSERT INTO comparison_members (pattern, member, verdict, items)
                SELECT :pattern, * FROM unnest(:members::text[], :verdicts::text[], :items::integer[])
                """)
                .param("pattern", pattern)
                .param("members", ArrayColumn.TEXT.of(rows, Count::member))
                .param("verdicts", ArrayColumn.TEXT.of(rows, row -> row.verdict()
                        .word()))
                .param("items", ArrayColumn.INTEGER.of(rows, Count::items))
                .update();
    }

    private void differences(String pattern, List<ComparedItem> items) {
        List<ComparedItem> rows =
                items.stream().filter(item -> !item.verdict().same()).toList();
        client.sql("""
                INSERT INTO comparison_differences (pattern, member, item, verdict, ads, cvd)
                SELECT :pattern, * FROM unnest(:members::text[], :items::text[], :verdicts::text[], :ads::text[], :cvd::text[])
                """)
                .param("pattern", pattern)
                .param("members", ArrayColumn.TEXT.of(rows, ComparedItem::member))
                .param("items", ArrayColumn.TEXT.of(rows, ComparedItem::item))
                .param("verdicts", ArrayColumn.TEXT.of(rows, row -> row.verdict()
                        .word()))
                .param("ads", ArrayColumn.TEXT.of(rows, ComparedItem::ads))
                .param("cvd", ArrayColumn.TEXT.of(rows, ComparedItem::cvd))
                .update();
    }

    /** How many patterns were compared, of a make and a year alone where they are not null. */
    public long patterns(String make, Integer year) {
        return client.sql(PATTERNS)
                .param("make", make)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /**
     * The verdicts, summed up.
     *
     * @param by {@code field}, {@code make} or {@code year}
     * @param make of this make alone; null for all
     * @param year of this model year alone; null for all
     */
    public List<Summary> summary(String by, String make, Integer year) {
        Map<String, Summary> summaries = new TreeMap<>();
        client.sql(SUMMARY)
                .param("by", by)
                .param("make", make)
                .param("year", year)
                .query(row -> {
                    Summary summary = summaries.computeIfAbsent(
                            row.getString("name"),
                            name -> new Summary(name, new EnumMap<>(Verdict.class), new EnumMap<>(Verdict.class)));
                    Verdict verdict = Verdict.stored(row.getString("verdict"));
                    summary.items().put(verdict, row.getLong("items"));
                    summary.patterns().put(verdict, row.getLong("patterns"));
                });
        return List.copyOf(summaries.values());
    }

    /**
     * Items in which the services do not agree, in the order in which they were found.
     *
     * @param field of this member alone; null for all
     * @param verdict of this verdict alone; null for all that are not the same
     * @param after the last one of the part before, 0 for the first part
     */
    public List<Difference> differences(String field, String verdict, long after, int most) {
        return client.sql(DIFFERENCES)
                .param("field", field)
                .param("verdict", verdict)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Difference(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant().toString(),
                        row.getString("vin"),
                        row.getString("pattern"),
                        row.getString("member"),
                        row.getString("item"),
                        row.getString("verdict"),
                        row.getString("ads"),
                        row.getString("cvd")))
                .list();
    }
}
