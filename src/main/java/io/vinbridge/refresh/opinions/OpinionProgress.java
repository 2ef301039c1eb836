package io.vinbridge.refresh.opinions;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Progress of the sweep over all vehicles, in the row that names the edition in use. */
@Component
class OpinionProgress {

    /**
     * Two looks into indexes that are empty nearly always. Where there never was an edition or a stand-in, nothing
     * rests on a basis.
     */
    private static final String DUE = """
            SELECT (SELECT compared_by IS DISTINCT FROM :basis AND (compared_by IS NOT NULL OR :edition OR :serves) FROM vpic_head)
                OR :edition AND EXISTS (SELECT FROM vehicles
                    WHERE document IS NOT NULL AND (opinion_of IS DISTINCT FROM document OR opinion_style IS DISTINCT FROM style_id))
                OR :edition AND :serves AND EXISTS (SELECT FROM vehicles
                    WHERE document IS NULL AND opinion_of IS NULL AND created_at < now() - :patience::interval)
            """;

    private final JdbcClient jdbc;

    OpinionProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean due(String basis, boolean edition, boolean serves, String patience) {
        return jdbc.sql(DUE)
                .param("basis", basis)
                .param("edition", edition)
                .param("serves", serves)
                .param("patience", patience)
                .query(Boolean.class)
                .single();
    }

    /** Begins at the first vehicle, unless that is begun or done; true if it is begun now. */
    boolean begin(String basis) {
        return jdbc.sql("""
                        UPDATE vpic_head SET comparing_by = :basis, compared_to = '' WHERE compared_by IS DISTINCT FROM :basis
                            AND comparing_by IS DISTINCT FROM :basis
                        """).param("basis", basis).update() > 0;
    }

    /** The VIN up to which all are done; empty where all are. */
    Optional<String> to(String basis) {
        return jdbc.sql("SELECT compared_to FROM vpic_head WHERE comparing_by = :basis")
                .param("basis", basis)
                .query(String.class)
                .optional();
    }

    /** All are done up to a VIN; null where all are. */
    void moved(String basis, String to) {
        jdbc.sql("""
                        UPDATE vpic_head SET compared_to = :to, comparing_by = CASE WHEN :to::text IS NOT NULL THEN comparing_by END,
                            compared_by = CASE WHEN :to::text IS NULL THEN :basis ELSE compared_by END
                        WHERE comparing_by = :basis
                        """).param("basis", basis).param("to", to).update();
    }
}
