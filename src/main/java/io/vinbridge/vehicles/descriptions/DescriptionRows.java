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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of descriptions, written for many keys by one statement, in the order of the keys. */
@Component
class DescriptionRows {

    /** The subquery in RETURNING sees the row as it was before this statement. */
    private static final String DESCRIBE = """
            INSERT INTO descriptions AS d (request_key, outcome, document, warnings, service, data_source, build,
                model_year, make, model, trim, body_type, drivetrain, style_id, styles)
            SELECT request_key, 'described', document, warnings, service, data_source,
                CASE WHEN built THEN (SELECT build FROM data_builds WHERE country = :country) END,
                model_year, make, model, trim, body_type, drivetrain, style_id, styles
            FROM unnest(:keys::text[], :documents::bytea[], :warnings::text[], :sources::text[], :modelYears::smallint[],
                    :makes::text[], :models::text[], :trims::text[], :bodyTypes::text[], :drivetrains::text[],
                    :styleIds::integer[], :styles::integer[], :services::text[], :built::boolean[])
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

    private final JdbcClient jdbc;
    private final Account account;
    private final ApiAccount api;

    DescriptionRows(JdbcClient jdbc, Account account, ApiAccount api) {
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
        List<VehicleSummary> summaries =
                answers.stream().map(said -> said.answer().summary()).toList();
        jdbc.sql(DESCRIBE)
                .param("country", account.country())
                .param("keys", ArrayColumn.TEXT.of(answers, KeyedAnswer::key))
                .param("documents", ArrayColumn.BYTES.of(answers, said -> said.hash()
                        .bytes()))
                .param(
                        "warnings",
                        ArrayColumn.TEXT.of(
                                answers,
                                said -> CanonicalJson.text(said.answer().warnings())))
                .param("sources", ArrayColumn.TEXT.of(answers, said -> said.answer()
                        .source()))
                .param("modelYears", ArrayColumn.INTEGER.of(summaries, VehicleSummary::modelYear))
                .param("makes", ArrayColumn.TEXT.of(summaries, VehicleSummary::make))
                .param("models", ArrayColumn.TEXT.of(summaries, VehicleSummary::model))
                .param("trims", ArrayColumn.TEXT.of(summaries, VehicleSummary::trim))
                .param("bodyTypes", ArrayColumn.TEXT.of(summaries, VehicleSummary::bodyType))
                .param("drivetrains", ArrayColumn.TEXT.of(summaries, VehicleSummary::drivetrain))
                .param("styleIds", ArrayColumn.INTEGER.of(summaries, VehicleSummary::styleId))
                .param("styles", ArrayColumn.INTEGER.of(summaries, VehicleSummary::styles))
                .param("services", ArrayColumn.TEXT.of(answers, said -> service(said.key())))
                .param("built", ArrayColumn.BOOLEAN.of(answers, said -> ofAds(said.key())))
                .query(row -> {
                    before.put(row.getString("request_key"), DocumentHash.stored(row.getBytes("before")));
                });
        return before;
    }
}
