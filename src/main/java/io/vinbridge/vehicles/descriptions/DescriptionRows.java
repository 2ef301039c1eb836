package io.vinbridge.vehicles.descriptions;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of descriptions, written for many keys by one statement, in the order of the keys. */
@Component
class DescriptionRows {

    /** The subquery in RETURNING sees the row as it was before this statement. */
    private static final String DESCRIBE = """
            INSERT INTO descriptions AS d (request_key, outcome, document, warnings, service, data_source, build,
                model_year, make, model, trim, body_type, drivetrain, style_id, styles)
            SELECT request_key, 'described', document, warnings, service, data_source,
                CASE WHEN built THEN (SELECT build FROM data_builds WHERE country = ?) END,
                model_year, make, model, trim, body_type, drivetrain, style_id, styles
            FROM unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::integer[], ?::integer[], ?::text[], ?::boolean[])
                AS said (request_key, document, warnings, data_source, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles, service, built)
            ORDER BY request_key COLLATE "C"
            ON CONFLICT (request_key) DO UPDATE SET outcome = excluded.outcome, document = excluded.document,
                warnings = excluded.warnings, service = excluded.service, data_source = excluded.data_source,
                build = excluded.build, model_year = excluded.model_year, make = excluded.make, model = excluded.model,
                trim = excluded.trim, body_type = excluded.body_type, drivetrain = excluded.drivetrain,
                style_id = excluded.style_id, styles = excluded.styles, looked_at = now(), version = d.version + 1,
                resting = false, declined_at = NULL, changed_at = CASE WHEN d.document = excluded.document THEN d.changed_at ELSE now() END
            RETURNING d.request_key, (SELECT b.document FROM descriptions b WHERE b.request_key = d.request_key) AS before
            """;

    private final JdbcTemplate jdbc;
    private final Account account;
    private final ApiAccount api;

    DescriptionRows(JdbcTemplate jdbc, Account account, ApiAccount api) {
        this.jdbc = jdbc;
        this.account = account;
        this.api = api;
    }

    /** The service that answers under a key, with its version or profile, as it is told to readers. */
    String service(String key) {
        return ofAds(key) ? "ADS " + account.version() : "CVD " + api.profile();
    }

    /** CVD publishes no builds of its data. */
    private static boolean ofAds(String key) {
        return RequestKeys.serviceOf(key) == DescribingService.ADS;
    }

    /** Country of the data builds that an answer under a key was read from; null where there are none. */
    String country(String key) {
        return ofAds(key) ? account.country() : null;
    }

    /** Writes the answers down; returns by key which document there was before, with null for none. */
    Map<String, DocumentHash> describe(List<KeyedAnswer> answers) {
        Map<String, DocumentHash> before = new HashMap<>();
        jdbc.query(
                connection -> {
                    PreparedStatement sql = connection.prepareStatement(DESCRIBE);
                    sql.setString(1, account.country());
                    ArrayColumn.TEXT.set(sql, 2, answers, KeyedAnswer::key);
                    ArrayColumn.BYTES.set(sql, 3, answers, said -> said.hash().bytes());
                    ArrayColumn.TEXT.set(
                            sql,
                            4,
                            answers,
                            said -> CanonicalJson.text(said.answer().warnings()));
                    ArrayColumn.TEXT.set(sql, 5, answers, said -> said.answer().source());
                    summaries(
                            sql,
                            answers.stream()
                                    .map(said -> said.answer().summary())
                                    .toList());
                    ArrayColumn.TEXT.set(sql, 14, answers, said -> service(said.key()));
                    ArrayColumn.BOOLEAN.set(sql, 15, answers, said -> ofAds(said.key()));
                    return sql;
                },
                row -> {
                    before.put(row.getString(1), DocumentHash.stored(row.getBytes(2)));
                });
        return before;
    }

    private static void summaries(PreparedStatement sql, List<VehicleSummary> summaries) throws SQLException {
        ArrayColumn.INTEGER.set(sql, 6, summaries, VehicleSummary::modelYear);
        ArrayColumn.TEXT.set(sql, 7, summaries, VehicleSummary::make);
        ArrayColumn.TEXT.set(sql, 8, summaries, VehicleSummary::model);
        ArrayColumn.TEXT.set(sql, 9, summaries, VehicleSummary::trim);
        ArrayColumn.TEXT.set(sql, 10, summaries, VehicleSummary::bodyType);
        ArrayColumn.TEXT.set(sql, 11, summaries, VehicleSummary::drivetrain);
        ArrayColumn.INTEGER.set(sql, 12, summaries, VehicleSummary::styleId);
        ArrayColumn.INTEGER.set(sql, 13, summaries, VehicleSummary::styles);
    }
}
