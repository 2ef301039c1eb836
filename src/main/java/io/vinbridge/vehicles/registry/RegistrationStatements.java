package io.vinbridge.vehicles.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements that write VINs down as asked for, each under the key by which it is described. */
final class RegistrationStatements {

    /**
     * FOR SHARE keeps a writer from replacing the description until this vehicle's row is committed; otherwise the
     * vehicle keeps the old document and nobody notices.
     */
    private static final String HELD = "FROM descriptions WHERE request_key = ANY (%s) ORDER BY request_key FOR SHARE";

    static final String LOCK = "SELECT " + HELD.formatted(":keys");

    /** A VIN of which something was said alone is not given what its pattern has. */
    private static final String KEYED = """
            SELECT asked.vin, CASE WHEN d.outcome = 'individual' OR own.request_key IS NOT NULL THEN asked.alone ELSE asked.shared END
                AS request_key
            FROM unnest(:vins::text[], :shared::text[], :alone::text[]) AS asked (vin, shared, alone)
            LEFT JOIN %1$s d ON d.request_key = asked.shared
            LEFT JOIN %1$s own ON own.request_key = asked.alone
            """;

    /**
     * What is held is as it stands once the lock is there. Rows of vehicles that are described are not locked: who
     * stores holds work when it comes to them, and this may be before work. Nor are those written that wait and go on
     * waiting, which each of their readers registers: another version would be another ETag, and a change to lists.
     * What stands in for a description stays until there is one.
     */
    static final String REGISTER = """
            WITH held AS MATERIALIZED (SELECT * %s), placed AS MATERIALIZED (
                SELECT asked.vin, asked.request_key, d.document, d.model_year, d.make, d.model, d.trim, d.body_type,
                    d.drivetrain, d.style_id, coalesce(d.styles, 0) AS styles, known.request_key AS before,
                    known.own IS NOT NULL AS offered
                FROM (%s) AS asked
                LEFT JOIN held d USING (request_key)
                LEFT JOIN vehicles known ON known.vin = asked.vin
                WHERE known.document IS NULL
            ), written AS (
                INSERT INTO vehicles AS v (vin, request_key, document, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles)
                SELECT vin, request_key, document, model_year, make, model, trim, body_type, drivetrain, style_id, styles
                FROM placed WHERE document IS NOT NULL OR before IS DISTINCT FROM request_key
                ORDER BY vin COLLATE "C"
                ON CONFLICT (vin) DO UPDATE SET request_key = excluded.request_key, document = excluded.document,
                    %s, style_id = excluded.style_id, styles = excluded.styles
                WHERE v.document IS NULL
                RETURNING vin, request_key, document, own IS NOT NULL AS offered
            )
            SELECT vin, request_key, document, offered FROM written
            UNION ALL
            SELECT vin, request_key, document, offered FROM placed WHERE document IS NULL AND before = request_key
            """.formatted(
                    HELD.formatted(":shared::text[] || :alone::text[]"),
                    KEYED.formatted("held"),
                    Stream.of("model_year", "make", "model", "trim", "body_type", "drivetrain")
                                    .map(name -> given(name, "excluded." + name))
                                    .collect(Collectors.joining(", "))
                            + ", "
                            + given("changed_at", "now()") + ", " + given("version", "v.version + 1"));

    static final String MOVE = """
            UPDATE vehicles v SET request_key = held.request_key
            FROM (SELECT v.vin, asked.request_key FROM (%s) AS asked
                  JOIN vehicles v ON v.vin = asked.vin AND v.document IS NOT NULL
                  ORDER BY v.vin FOR UPDATE OF v) AS held
            WHERE v.vin = held.vin
            RETURNING v.vin, v.request_key, v.own IS NOT NULL AS offered
            """.formatted(KEYED.formatted("descriptions"));

    static final String LACKING = """
            SELECT DISTINCT asked.vin FROM unnest(:vins::text[]) AS asked (vin) LEFT JOIN vehicles v USING (vin)
            WHERE v.vin IS NULL OR NOT belongs_to_settings(v.request_key, :settings) OR (v.document IS NULL
                AND EXISTS (SELECT FROM descriptions d WHERE d.request_key = v.request_key AND d.document IS NOT NULL))
            """;

    private RegistrationStatements() {}

    private static String given(String column, String value) {
        return "%1$s = CASE WHEN excluded.document IS NULL THEN v.%1$s ELSE %2$s END".formatted(column, value);
    }
}
