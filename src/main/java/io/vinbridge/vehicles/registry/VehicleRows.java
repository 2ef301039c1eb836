package io.vinbridge.vehicles.registry;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.LastFetch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads the columns that queries over vehicles and descriptions select under the same names. */
public final class VehicleRows {

    /**
     * Columns of a key's last answer, of the table aliased {@code d}; takes {@code notCarriedFor} and {@code freshFor}.
     */
    static final String LOOK = """
            d.outcome, d.warnings, d.service, d.data_source, d.build, d.looked_at, d.version AS looks,
                d.looked_at < now() - CASE d.outcome WHEN 'not-carried' THEN :notCarriedFor::interval ELSE :freshFor::interval END AS stale
            """;

    private static final String VEHICLE = """
            SELECT v.vin, v.request_key, v.document, v.model_year, v.make, v.model, v.trim, v.body_type, v.drivetrain,
                v.style_id, v.styles, v.reasons, v.own, v.offers, v.cut, v.changed_at, v.version, v.opinion, v.opinion_warnings,
                v.opinion_of = v.document AND v.opinion_style IS NOT DISTINCT FROM v.style_id AS compared, v.stand_in,
                v.stand_in_card, v.stand_in_edition, v.stand_in_at,
                d.looked_at + :notCarriedFor::interval AS carried_again,
            """ + LOOK + """
            FROM (%s) AS v LEFT JOIN descriptions d ON d.request_key = v.request_key
            """;

    static final String BY_VIN = VEHICLE.formatted("SELECT *, false AS cut FROM vehicles WHERE vin = :vin");

    /**
     * What dealers say of vehicles is left out from where it would fill the heap; lengths are known without reading it.
     */
    static final String BY_VINS = VEHICLE.formatted("""
            SELECT vin, request_key, document, model_year, make, model, trim, body_type, drivetrain, style_id, styles, reasons,
                CASE WHEN NOT cut THEN own END AS own, CASE WHEN NOT cut THEN offers END AS offers, changed_at, version,
                opinion, opinion_of, opinion_style, opinion_warnings, stand_in, stand_in_card, stand_in_edition,
                stand_in_at, cut AND own IS NOT NULL AS cut
            FROM (SELECT *, sum(coalesce(octet_length(own), 0) + coalesce(octet_length(offers), 0))
                    OVER (ORDER BY vin) > 4194304 AS cut
                FROM vehicles WHERE vin = ANY (:vins)) AS many
            """);

    public static final String DESCRIPTION = """
            SELECT d.document, d.model_year, d.make, d.model, d.trim, d.body_type, d.drivetrain, d.style_id, d.styles,
            """ + LOOK + "FROM descriptions d WHERE d.request_key = :key";

    private VehicleRows() {}

    static StoredVehicle vehicle(ResultSet row, int number) throws SQLException {
        byte[] document = row.getBytes("document");
        LastFetch look = look(row);
        return new StoredVehicle(
                new Vin(row.getString("vin")),
                row.getString("request_key"),
                DocumentHash.stored(document),
                summary(row),
                row.getString("reasons"),
                row.getString("own"),
                row.getString("offers"),
                row.getBoolean("cut"),
                document == null ? missing(row, look) : null,
                look,
                view(row),
                InstantColumn.of(row, "changed_at"),
                row.getLong("version"),
                false);
    }

    private static VpicView view(ResultSet row) throws SQLException {
        return new VpicView(
                row.getString("opinion"),
                row.getBoolean("compared"),
                row.getString("opinion_warnings"),
                row.getString("stand_in"),
                row.getString("stand_in_card"),
                row.getString("stand_in_edition"),
                InstantColumn.of(row, "stand_in_at"));
    }

    private static MissingDescription missing(ResultSet row, LastFetch look) throws SQLException {
        if (look != null && look.notCarried()) {
            return new MissingDescription(
                    Reason.NOT_CARRIED,
                    look.asked()
                            ? "ChromeData does not carry " + row.getString("vin")
                            : "ChromeData is not asked for " + row.getString("vin") + ". " + look.inWords(),
                    InstantColumn.of(row, "carried_again"),
                    true);
        }
        return MissingDescription.PENDING;
    }

    /**
     * Why asking for what is under some keys failed last: a question of its own, so that no other read depends on the
     * queue.
     */
    static final String FAILURES = """
            SELECT request_key, failure, failure_detail, CASE WHEN isfinite(due_at) THEN due_at END AS due,
                token IS NULL AND due_at > now() AS resting
            FROM work WHERE failure IS NOT NULL AND request_key = ANY (:keys)
            """;

    static MissingDescription failed(ResultSet row) throws SQLException {
        return new MissingDescription(
                Reason.valueOf(row.getString("failure")),
                row.getString("failure_detail"),
                InstantColumn.of(row, "due"),
                row.getBoolean("resting"));
    }

    /** A summary as named parameters of a statement. */
    static Map<String, Object> columns(VehicleSummary summary) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("modelYear", summary.modelYear());
        columns.put("make", summary.make());
        columns.put("model", summary.model());
        columns.put("trim", summary.trim());
        columns.put("bodyType", summary.bodyType());
        columns.put("drivetrain", summary.drivetrain());
        columns.put("styleId", summary.styleId());
        columns.put("styles", summary.styles());
        return columns;
    }

    public static VehicleSummary summary(ResultSet row) throws SQLException {
        return new VehicleSummary(
                integer(row, "model_year"),
                row.getString("make"),
                row.getString("model"),
                row.getString("trim"),
                row.getString("body_type"),
                row.getString("drivetrain"),
                integer(row, "style_id"),
                row.getInt("styles"));
    }

    public static LastFetch look(ResultSet row) throws SQLException {
        Instant at = InstantColumn.of(row, "looked_at");
        if (at == null) {
            return null;
        }
        return new LastFetch(
                LastFetch.Outcome.stored(row.getString("outcome")),
                row.getString("service"),
                row.getString("data_source"),
                row.getString("build"),
                row.getString("warnings"),
                at,
                row.getBoolean("stale"),
                row.getLong("looks"));
    }

    private static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
