package io.vinbridge.vehicles.opinions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Columns of vehicles that hold what NHTSA's data says of them, read and written for many at once, in the order of
 * VINs.
 */
@Component
class OpinionRows {

    private static final String READ = """
            SELECT vin, document, style_id, opinion, opinion_warnings, stand_in,
                opinion_of IS NOT DISTINCT FROM coalesce(document, '') AND opinion_style IS NOT DISTINCT FROM style_id AS current
            FROM vehicles WHERE %s ORDER BY vin LIMIT :most
            """;

    private static final String UNCOMPARED = READ.formatted(
            "document IS NOT NULL AND (opinion_of IS DISTINCT FROM document OR opinion_style IS DISTINCT FROM style_id)");

    /** Who is about to be described need not be stood in for. */
    private static final String UNANSWERED =
            READ.formatted("document IS NULL AND opinion_of IS NULL AND created_at < now() - :patience::interval");

    private static final String AFTER = READ.formatted("vin > :after");
    private static final String OF = READ.formatted("vin = ANY (:vins)");

    /**
     * A vehicle that has changed meanwhile is left to the next time; one that another has judged meanwhile is told of
     * once.
     */
    private static final String HELD = """
            FROM (SELECT said.* FROM unnest(:vins::text[], :documents::bytea[], :styles::integer[], :texts::text[], :warnings::text[],
                        :disputed::text[], :years::integer[], :makes::text[], :models::text[], :trims::text[], :bodies::text[], :drives::text[], :cards::text[],
                        :opinionsBefore::text[], :standInsBefore::text[])
                    AS said (vin, document, style, body, warnings, disputed, model_year, make, model, trim, body_type, drivetrain, card,
                        opinion_before, stand_in_before)
                JOIN vehicles held ON held.vin = said.vin AND held.document IS NOT DISTINCT FROM said.document
                    AND held.style_id IS NOT DISTINCT FROM said.style AND held.opinion IS NOT DISTINCT FROM said.opinion_before
                    AND held.stand_in IS NOT DISTINCT FROM said.stand_in_before
                ORDER BY held.vin FOR UPDATE OF held) AS said
            WHERE v.vin = said.vin
            RETURNING v.vin
            """;

    private static final String COMPARE = """
            UPDATE vehicles v SET opinion = said.body, opinion_of = said.document, opinion_style = said.style,
                opinion_warnings = said.warnings, disputed = string_to_array(said.disputed, ','),
                disputed_since = CASE WHEN said.disputed IS NOT NULL THEN coalesce(v.disputed_since, now()) END,
                stand_in = NULL, stand_in_edition = NULL, stand_in_at = NULL, stand_in_card = NULL,
                version = v.version + (v.opinion IS DISTINCT FROM said.body OR v.opinion_warnings IS DISTINCT FROM said.warnings)::integer,
                changed_at = CASE WHEN v.disputed IS DISTINCT FROM string_to_array(said.disputed, ',') THEN now() ELSE v.changed_at END
            """ + HELD;

    private static final String STAND_IN = """
            UPDATE vehicles v SET stand_in = said.body, stand_in_card = said.card, stand_in_edition = CASE WHEN said.body IS NOT NULL THEN :edition END,
                stand_in_at = CASE WHEN said.body IS NOT NULL THEN now() END, opinion = NULL, opinion_of = '', opinion_style = NULL,
                opinion_warnings = said.warnings, disputed = NULL, disputed_since = NULL, model_year = said.model_year,
                make = said.make, model = said.model, trim = said.trim, body_type = said.body_type, drivetrain = said.drivetrain,
                version = v.version + (v.stand_in IS DISTINCT FROM said.body)::integer,
                changed_at = CASE WHEN v.stand_in IS DISTINCT FROM said.body THEN now() ELSE v.changed_at END
            """ + HELD;

    private final JdbcClient jdbc;

    OpinionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ComparedVehicle> uncompared(int most) {
        return jdbc.sql(UNCOMPARED)
                .param("most", most)
                .query(ComparedVehicle::of)
                .list();
    }

    /** Those that nobody has described for some time. */
    List<ComparedVehicle> unanswered(String patience, int most) {
        return jdbc.sql(UNANSWERED)
                .param("patience", patience)
                .param("most", most)
                .query(ComparedVehicle::of)
                .list();
    }

    List<ComparedVehicle> after(String vin, int most) {
        return jdbc.sql(AFTER)
                .param("after", vin)
                .param("most", most)
                .query(ComparedVehicle::of)
                .list();
    }

    List<ComparedVehicle> of(Collection<String> vins) {
        return jdbc.sql(OF)
                .param("vins", vins.toArray(String[]::new))
                .param("most", vins.size())
                .query(ComparedVehicle::of)
                .list();
    }

    /** Writes verdicts on described vehicles; returns the VINs of those that were still what was judged. */
    Set<String> compare(List<VinVerdict> verdicts) {
        return write(COMPARE, null, verdicts);
    }

    /** Writes verdicts on vehicles without a description. */
    Set<String> standIn(String edition, List<VinVerdict> verdicts) {
        return write(STAND_IN, edition, verdicts);
    }

    private Set<String> write(String sql, String edition, List<VinVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return Set.of();
        }
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("vins", texts(verdicts, one -> one.before().vin()))
                .param(
                        "documents",
                        verdicts.stream().map(one -> one.before().document()).toArray(byte[][]::new))
                .param(
                        "styles",
                        verdicts.stream().map(one -> one.before().styleId()).toArray(Integer[]::new))
                .param("texts", texts(verdicts, one -> one.opinion() == null ? one.standInText() : one.opinionText()))
                .param("warnings", texts(verdicts, VinVerdict::warnings))
                .param("disputed", texts(verdicts, VinVerdict::disputed))
                .param(
                        "years",
                        verdicts.stream().map(one -> one.summary().modelYear()).toArray(Integer[]::new))
                .param("makes", texts(verdicts, one -> one.summary().make()))
                .param("models", texts(verdicts, one -> one.summary().model()))
                .param("trims", texts(verdicts, one -> one.summary().trim()))
                .param("bodies", texts(verdicts, one -> one.summary().bodyType()))
                .param("drives", texts(verdicts, one -> one.summary().drivetrain()))
                .param("cards", texts(verdicts, VinVerdict::standInCard))
                .param("opinionsBefore", texts(verdicts, one -> one.before().opinion()))
                .param("standInsBefore", texts(verdicts, one -> one.before().standIn()));
        if (edition != null) {
            statement = statement.param("edition", edition);
        }
        return statement.query(String.class).stream().collect(Collectors.toSet());
    }

    private static String[] texts(List<VinVerdict> verdicts, Function<VinVerdict, String> part) {
        return verdicts.stream().map(part).toArray(String[]::new);
    }
}
