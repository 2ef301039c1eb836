package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Completion of claims, many in one statement: it writes their calls and results to the ledger, and returns the calls that were
 * counted for them and not made. A claim whose row is another's by now is left alone.
 */
final class ClaimCompletion {

    private static final String GIVEN = """
            WITH given AS (SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[],
                    ?::integer[], ?::boolean[], ?::date[], ?::text[])
                AS given (request_key, token, kind, cause, correlation_id, calls, outcome, vehicles, noted, returned_on, services)),
            """;

    private static final String SETTLE = """
            noted AS (INSERT INTO ledger (request_key, kind, cause, correlation_id, calls, outcome, vehicles, service)
                SELECT request_key, kind, cause, correlation_id, split_part(one.called, '=', 2)::integer, outcome,
                    CASE one.place WHEN 1 THEN vehicles ELSE 0 END, nullif(split_part(one.called, '=', 1), '')
                FROM given JOIN mine USING (request_key)
                CROSS JOIN LATERAL unnest(string_to_array(given.services, ' ')) WITH ORDINALITY AS one (called, place)
                WHERE noted),
            returned AS (UPDATE budget b SET spent = b.spent - unmade.calls
                FROM (SELECT returned_on, count(*) AS calls FROM given JOIN mine USING (request_key) GROUP BY 1) AS unmade
                WHERE b.day = unmade.returned_on)
            SELECT request_key FROM mine
            """;

    private static final String FINISH = GIVEN + """
            mine AS (SELECT w.request_key, w.rerun FROM work w JOIN given USING (request_key, token)
                ORDER BY w.request_key FOR UPDATE OF w),
            kept AS (UPDATE work w SET token = NULL, rerun = false, losses = 0, attempts = 0, due_at = now(),
                    failed_at = NULL, failure = NULL, failure_detail = NULL
                FROM mine WHERE w.request_key = mine.request_key AND mine.rerun),
            done AS (DELETE FROM work w USING mine WHERE w.request_key = mine.request_key AND NOT mine.rerun),
            """ + SETTLE + "WHERE rerun";

    private static final String FAIL = GIVEN + """
            mine AS (UPDATE work w SET token = NULL, rerun = false, losses = 0, failed_at = now(), failure = ?, failure_detail = ?,
                attempts = attempts - ?, due_at = CASE WHEN ? THEN 'infinity' ELSE
                    now() + least(?::interval, ?::interval * power(2, least(attempts, 20) - 1)) * (0.75 + random() / 2)
                    + ?::interval END
                FROM given WHERE w.request_key = given.request_key AND w.token = given.token RETURNING w.request_key),
            """ + SETTLE;

    private static final String HAND_BACK = GIVEN + """
            mine AS (UPDATE work w SET token = NULL, rerun = false, losses = 0, due_at = now(), attempts = attempts - 1
                FROM given WHERE w.request_key = given.request_key AND w.token = given.token RETURNING w.request_key),
            """ + SETTLE;

    private final JdbcTemplate jdbc;

    ClaimCompletion(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void finish(Map<Claim, WorkResult> effects) {
        Set<String> again = settle(FINISH, effects);
        effects.keySet().forEach(claim -> claim.rerun().set(again.contains(claim.key())));
    }

    /** Returns whether the row was still this claim's; the other arguments are those of the statement. */
    boolean fail(Claim claim, Object... how) {
        return !settle(FAIL, Map.of(claim, WorkResult.FAILED), how).isEmpty();
    }

    void handBack(Claim claim) {
        settle(HAND_BACK, Map.of(claim, WorkResult.LOST));
    }

    private Set<String> settle(String statement, Map<Claim, WorkResult> effects, Object... more) {
        List<Settled> given = effects.entrySet().stream().map(Settled::of).toList();
        return Set.copyOf(jdbc.query(
                connection -> {
                    PreparedStatement sql = connection.prepareStatement(statement);
                    given(sql, given);
                    for (int at = 0; at < more.length; at++) {
                        sql.setObject(12 + at, more[at]);
                    }
                    return sql;
                },
                (row, number) -> row.getString(1)));
    }

    private static void given(PreparedStatement sql, Collection<Settled> given) throws SQLException {
        ArrayColumn.TEXT.set(sql, 1, given, settled -> settled.claim.key());
        ArrayColumn.BIGINT.set(sql, 2, given, settled -> settled.claim.token());
        ArrayColumn.TEXT.set(sql, 3, given, settled -> settled.claim.kind());
        ArrayColumn.TEXT.set(sql, 4, given, settled -> settled.claim.cause().word());
        ArrayColumn.TEXT.set(sql, 5, given, settled -> settled.claim.correlationId());
        ArrayColumn.INTEGER.set(sql, 6, given, settled -> settled.calls);
        ArrayColumn.TEXT.set(sql, 7, given, settled -> settled.effect.word());
        ArrayColumn.INTEGER.set(sql, 8, given, settled -> settled.effect.vehicles());
        ArrayColumn.BOOLEAN.set(sql, 9, given, settled -> settled.claim.lane().billed() && settled.calls > 0);
        ArrayColumn.DATE.set(sql, 10, given, settled -> settled.calls > 0 ? null : settled.claim.reservedOn());
        ArrayColumn.TEXT.set(sql, 11, given, settled -> settled.services);
    }

    /**
     * The count of calls is read once: it is still moving while work is handed back.
     *
     * @param services those that were called, such as {@code cvd=1 vss=2}, the most called first
     */
    private record Settled(Claim claim, WorkResult effect, int calls, String services) {

        static Settled of(Entry<Claim, WorkResult> settled) {
            int calls = settled.getKey().calls().get();
            return new Settled(settled.getKey(), settled.getValue(), calls, services(settled.getKey(), calls));
        }

        private static String services(Claim claim, int calls) {
            String called = claim.services().entrySet().stream()
                    .sorted(Entry.<String, Integer>comparingByValue().reversed().thenComparing(Entry.comparingByKey()))
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining(" "));
            return called.isEmpty() ? "=" + calls : called;
        }
    }
}
