package io.vinbridge.work.usage;

import io.vinbridge.database.ArrayColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Usage report: the calls of each UTC day by cause, their results, and the calls that were saved. */
@Component
public class Usage {

    private static final String DAYS = """
            SELECT d.day, coalesce(b.spent, 0) AS spent
            FROM (SELECT day FROM budget UNION SELECT day FROM avoided_calls) AS d LEFT JOIN budget b USING (day)
            WHERE d.day < :before AND d.day >= :from ORDER BY d.day DESC LIMIT :most
            """;

    private static final String CAUSES = """
            SELECT day, cause, sum(calls) AS calls, sum(vehicles) AS vehicles, sum(shared) AS shared, sum(fresh) AS fresh, sum(decoded) AS decoded,
                sum(calls) FILTER (WHERE outcome = 'equal') AS equal, sum(calls) FILTER (WHERE outcome = 'failed') AS failed,
                sum(calls) FILTER (WHERE outcome = 'lost') AS lost
            FROM (
                SELECT day, cause, outcome, sum(calls) AS calls, sum(vehicles) AS vehicles,
                    sum(greatest(vehicles - 1, 0)) FILTER (WHERE outcome = 'first') AS shared, 0 AS fresh, 0 AS decoded
                FROM ledger WHERE day = ANY (:days::date[]) GROUP BY day, cause, outcome
                UNION ALL
                SELECT day, cause, 'avoided', 0, 0, CASE how WHEN 'sharing' THEN calls ELSE 0 END,
                    CASE how WHEN 'freshness' THEN calls ELSE 0 END, CASE how WHEN 'decode' THEN calls ELSE 0 END
                FROM avoided_calls WHERE day = ANY (:days::date[])) AS spent_or_not
            GROUP BY day, cause ORDER BY day, cause
            """;

    private final JdbcClient jdbc;

    Usage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One day.
     *
     * @param spent billed calls, counted before they are made: those under way are among them, and not yet among the
     *     causes'
     */
    public record Day(LocalDate day, long spent, List<Spending> causes) {

        /** All calls that did not have to be made. */
        public long avoided() {
            return causes.stream()
                    .mapToLong(one -> one.sharing() + one.freshness() + one.decode())
                    .sum();
        }
    }

    /**
     * Cost and results of one cause in a day.
     *
     * @param equal calls whose answer was what is stored already: nothing was written, nothing published
     * @param failed calls that brought no answer
     * @param lost calls that a process may have made that was gone before it could say
     * @param vehicles how many vehicles got something new
     * @param sharing calls not made because another VIN of the same pattern had paid
     * @param freshness calls not made because what is stored is fresh
     * @param decode calls not made because the free decode says that there is nothing to be had
     */
    public record Spending(
            String cause,
            long spent,
            long equal,
            long failed,
            long lost,
            long vehicles,
            long sharing,
            long freshness,
            long decode) {}

    /** The latest days before one and from another on, the latest first. */
    public List<Day> days(LocalDate from, LocalDate before, int most) {
        List<Day> days = jdbc.sql(DAYS)
                .param("before", before)
                .param("from", from)
                .param("most", most)
                .query((row, number) -> new Day(row.getObject("day", LocalDate.class), row.getLong("spent"), List.of()))
                .list();
        Map<LocalDate, List<Dated>> causes = jdbc
                .sql(CAUSES)
                .param("days", ArrayColumn.DATE.of(days, Day::day))
                .query((row, number) -> new Dated(row.getObject("day", LocalDate.class), spending(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Dated::day));
        return days.stream()
                .map(day -> new Day(
                        day.day(),
                        day.spent(),
                        causes.getOrDefault(day.day(), List.of()).stream()
                                .map(Dated::spending)
                                .toList()))
                .toList();
    }

    private record Dated(LocalDate day, Spending spending) {}

    private static Spending spending(ResultSet row) throws SQLException {
        return new Spending(
                row.getString("cause"),
                row.getLong("calls"),
                row.getLong("equal"),
                row.getLong("failed"),
                row.getLong("lost"),
                row.getLong("vehicles"),
                row.getLong("shared"),
                row.getLong("fresh"),
                row.getLong("decoded"));
    }
}
