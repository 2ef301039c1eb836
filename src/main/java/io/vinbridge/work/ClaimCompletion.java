package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Completion of claims, many in one statement: it writes their calls and results to the ledger, and returns the calls
 * that were counted for them and not made. A claim whose row is another's by now is left alone.
 */
final class ClaimCompletion {

    private static final String GIVEN = """
            WITH given AS (SELECT * FROM unnest(:keys::text[], :tokens::bigint[], :kinds::text[], :causes::text[],
                    :correlationIds::text[], :calls::integer[], :outcomes::text[], :vehicles::integer[], :noted::boolean[], :returnedOn::date[],
                    :services::text[])
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
            mine AS MATERIALIZED (SELECT * FROM finish_claims(:keys::text[], :tokens::bigint[])),
            """ + SETTLE + "WHERE rerun";

    private static final String FAIL = GIVEN + """
            mine AS (UPDATE work w SET token = NULL, rerun = false, losses = 0, failed_at = now(), failure = :failure, failure_detail = :detail,
                attempts = attempts - :unattempted, due_at = CASE WHEN :last THEN 'infinity' ELSE
                    now() + least(:longestPause::interval, :firstPause::interval * power(2, least(attempts, 20) - 1)) * (0.75 + random() / 2)
                    + :retryAfter::interval END
                FROM given WHERE w.request_key = given.request_key AND w.token = given.token RETURNING w.request_key),
            """ + SETTLE;

    private static final String HAND_BACK = GIVEN + """
            mine AS (UPDATE work w SET token = NULL, rerun = false, losses = 0, due_at = now(), attempts = attempts - 1
                FROM given WHERE w.request_key = given.request_key AND w.token = given.token RETURNING w.request_key),
            """ + SETTLE;

    private final JdbcClient jdbc;

    ClaimCompletion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void finish(Map<Claim, WorkResult> effects) {
        Set<String> again = settle(FINISH, effects, Map.of());
        effects.keySet().forEach(claim -> claim.rerun().set(again.contains(claim.key())));
    }

    /**
     * Returns whether the row was still this claim's.
     *
     * @param how the failure's parameters of the statement, by name
     */
    boolean fail(Claim claim, Map<String, Object> how) {
        return !settle(FAIL, Map.of(claim, WorkResult.FAILED), how).isEmpty();
    }

    void handBack(Claim claim) {
        settle(HAND_BACK, Map.of(claim, WorkResult.LOST), Map.of());
    }

    private Set<String> settle(String statement, Map<Claim, WorkResult> effects, Map<String, Object> more) {
        List<Settled> given = effects.entrySet().stream().map(Settled::of).toList();
        return jdbc.sql(statement)
                .param("keys", ArrayColumn.TEXT.of(given, settled -> settled.claim.key()))
                .param("tokens", ArrayColumn.BIGINT.of(given, settled -> settled.claim.token()))
                .param("kinds", ArrayColumn.TEXT.of(given, settled -> settled.claim.kind()))
                .param("causes", ArrayColumn.TEXT.of(given, settled -> settled.claim
                        .cause()
                        .word()))
                .param("correlationIds", ArrayColumn.TEXT.of(given, settled -> settled.claim.correlationId()))
                .param("calls", ArrayColumn.INTEGER.of(given, settled -> settled.calls))
                .param("outcomes", ArrayColumn.TEXT.of(given, settled -> settled.effect.word()))
                .param("vehicles", ArrayColumn.INTEGER.of(given, settled -> settled.effect.vehicles()))
                .param("noted", ArrayColumn.BOOLEAN.of(given, Settled::noted))
                .param("returnedOn", ArrayColumn.DATE.of(given, Settled::returnedOn))
                .param("services", ArrayColumn.TEXT.of(given, Settled::services))
                .params(more)
                .query(String.class)
                .set();
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

        boolean noted() {
            return claim.lane().billed() && calls > 0;
        }

        LocalDate returnedOn() {
            return calls > 0 ? null : claim.reservedOn();
        }
    }
}
