package io.vinbridge.vehicles.descriptions;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.LastFetch;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Negative answers by request key: what ChromeData does not carry, is not asked for, or describes for one VIN alone.
 * Each is remembered in the transaction of the queue row that it finishes.
 */
@Component
public class NegativeAnswers {

    private static final String DECLINE = """
            INSERT INTO descriptions AS d (request_key, outcome, warnings, service, build, declined_at)
            VALUES (:key, 'not-carried', :warnings, :service, (SELECT build FROM data_builds WHERE country = :country), now())
            ON CONFLICT (request_key) DO UPDATE SET looked_at = now(), version = d.version + 1, resting = false,
                outcome = CASE WHEN d.document IS NULL THEN excluded.outcome ELSE d.outcome END,
                warnings = excluded.warnings, service = excluded.service, build = excluded.build,
                declined_at = excluded.declined_at
            """;

    /**
     * What described the pattern goes: it would be given to each VIN that comes, as new as this row. Vehicles keep the
     * document that they have.
     */
    private static final String INDIVIDUAL = """
            INSERT INTO descriptions AS d (request_key, outcome, service) VALUES (:key, 'individual', :service)
            ON CONFLICT (request_key) DO UPDATE SET outcome = excluded.outcome, document = NULL, warnings = excluded.warnings,
                service = excluded.service, data_source = NULL, build = NULL, model_year = NULL, make = NULL, model = NULL,
                trim = NULL, body_type = NULL, drivetrain = NULL, style_id = NULL, styles = 0, looked_at = now(),
                changed_at = now(), declined_at = NULL, version = d.version + 1, resting = false
            """;

    private static final String SPARE = """
            INSERT INTO descriptions AS d (request_key, outcome, warnings, service, declined_at)
            VALUES (:key, 'not-carried', :warnings, :service, now())
            ON CONFLICT (request_key) DO UPDATE SET looked_at = now(), version = d.version + 1, resting = false,
                outcome = excluded.outcome, warnings = excluded.warnings, service = excluded.service, build = NULL,
                declined_at = now()
            WHERE d.document IS NULL
            """;

    private static final String NEXT = """
            SELECT vin FROM vehicles WHERE request_key = :key AND vin <> :wrong ORDER BY document IS NOT NULL, vin LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final RequestKeys keys;
    private final DescriptionRows rows;

    NegativeAnswers(JdbcClient jdbc, RequestKeys keys, DescriptionRows rows) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.rows = rows;
    }

    /** Remembers that ChromeData does not carry it; what was described before stays, with the warning. */
    public void notCarried(String key, Answer.NotCarried<?> answer) {
        decline(key, answer.reasons());
    }

    /** Remembers why ChromeData is not asked, where nothing is described under the key. */
    public void notAsked(String key, Warning why) {
        jdbc.sql(SPARE)
                .param("key", key)
                .param("warnings", CanonicalJson.text(List.of(why)))
                .param("service", LastFetch.NOT_ASKED)
                .update();
    }

    /** Has all asked again for which ChromeData was not asked: the reasons may not hold any more. */
    public void askAgain() {
        jdbc.sql("UPDATE descriptions SET looked_at = 'epoch' WHERE service = :service AND looked_at > 'epoch'")
                .param("service", LastFetch.NOT_ASKED)
                .update();
    }

    /**
     * Remembers that ChromeData does not carry one VIN, which says nothing of the others under its key, and puts it
     * under its own: what it was given stays, and is stale from now on. Returns the next under the key that it is to be
     * asked with, first of those that wait for their first description; empty where there is none.
     */
    public Optional<Vin> notCarriedAlone(String key, String alone, Vin wrong, Answer.NotCarried<?> answer) {
        decline(alone, answer.reasons());
        jdbc.sql("UPDATE vehicles SET request_key = :alone WHERE vin = :vin AND request_key = :key")
                .param("alone", alone)
                .param("vin", wrong.value())
                .param("key", key)
                .update();
        return jdbc.sql(NEXT)
                .param("key", key)
                .param("wrong", wrong.value())
                .query(String.class)
                .optional()
                .map(Vin::new);
    }

    /**
     * Remembers that the VINs of a pattern are described one by one, because an answer held for one of them alone, and
     * puts each under its own key. Returns the others.
     *
     * @param from the key under which they stand now: the pattern's, or that of its pattern with the other service
     */
    public List<Vin> individual(String key, String from, Vin described) {
        jdbc.sql(INDIVIDUAL)
                .param("key", key)
                .param("service", rows.service(key))
                .update();
        List<Vin> vins = jdbc.sql("SELECT vin FROM vehicles WHERE request_key IN (:key, :from) ORDER BY vin")
                .param("key", key)
                .param("from", from)
                .query((row, number) -> new Vin(row.getString("vin")))
                .list();
        for (Vin vin : vins) {
            jdbc.sql("UPDATE vehicles SET request_key = :alone WHERE vin = :vin")
                    .param("alone", keys.alone(RequestKeys.serviceOf(key), vin))
                    .param("vin", vin.value())
                    .update();
        }
        return vins.stream().filter(vin -> !vin.equals(described)).toList();
    }

    private void decline(String key, List<Warning> warnings) {
        jdbc.sql(DECLINE)
                .param("key", key)
                .param("warnings", CanonicalJson.text(warnings))
                .param("service", rows.service(key))
                .param("country", rows.country(key))
                .update();
    }
}
