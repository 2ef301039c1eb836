package io.vinbridge.vehicles.opinions;

import io.vinbridge.database.ListQueries;
import io.vinbridge.vehicles.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * List of the vehicles of which ChromeData and NHTSA's data say otherwise, in the order of VINs (keyset pagination).
 */
@Component
public class Disagreements {

    private static final String PART = """
            SELECT vin, opinion, disputed_since FROM vehicles
            WHERE disputed_since IS NOT NULL AND vin > :after AND (:field::text IS NULL OR :field = ANY (disputed))
            ORDER BY vin LIMIT :most
            """;

    private final ListQueries queries;

    Disagreements(ListQueries queries) {
        this.queries = queries;
    }

    /** A vehicle in dispute, since when, and over what. */
    public record Disputed(String vin, Instant since, List<SecondOpinion.Disagreement> fields) {

        static Disputed of(ResultSet row, int number) throws SQLException {
            SecondOpinion opinion = CanonicalJson.read(row.getString("opinion"), SecondOpinion.class);
            return new Disputed(
                    row.getString("vin"),
                    row.getObject("disputed_since", OffsetDateTime.class).toInstant(),
                    opinion.disagrees());
        }
    }

    /**
     * The next behind a VIN, which is empty for the first.
     *
     * @param field the field in dispute; null for any
     */
    public List<Disputed> after(String vin, String field, int most) {
        return queries.readByValues("The list of disagreements", jdbc -> jdbc.sql(PART)
                .param("after", vin)
                .param("field", field)
                .param("most", most)
                .query(Disputed::of)
                .list());
    }
}
