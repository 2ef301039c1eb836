package io.vinbridge.vpic.edition;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.decode.DecodedElement;
import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.VinDecoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Check of an edition before it is put in use: what a dump must hold, whether its rows belong together, and VINs whose
 * make is known.
 */
final class EditionCheck {

    private static final List<String> NEEDED =
            List.of("element", "errorcode", "pattern", "vinschema", "wmi", "wmi_vinschema");
    private static final double BELONG = 0.9;
    private static final double REFERRED = 0.5;
    private static final int MAKE = 26;

    private EditionCheck() {}

    /** Refuses a file in which a table is missing that no decode can do without, or is empty. */
    static void tables(Map<String, Long> rows) {
        for (String table : NEEDED) {
            if (rows.getOrDefault(table, 0L) == 0) {
                throw refused("it has no rows of " + table + "; it is no dump of vPIC, or not the whole of it");
            }
        }
    }

    /** Refuses a file without most of the rows of a table that others refer to. */
    static void references(JdbcTemplate jdbc) {
        StagedReferences.below(REFERRED, jdbc).stream().findFirst().ifPresent(broken -> {
            throw refused("of the " + broken.references() + " rows that refer to " + broken.table() + " only "
                    + broken.resolved() + " find theirs; it is not the whole of a dump");
        });
    }

    /** Refuses an edition whose patterns belong to schemas that are not there. */
    static void counts(Map<String, Long> rows, long patterns, int codes) {
        if (codes == 0 || patterns < BELONG * rows.get("pattern")) {
            throw refused("of its " + rows.get("pattern") + " patterns only " + patterns
                    + " belong to a schema that a manufacturer uses");
        }
    }

    /** Refuses an edition that lacks too much of what the one in use has, which is null before the first. */
    static void shrinkage(Edition inUse, Edition other, double mayShrink) {
        if (inUse != null) {
            shrinkage("patterns", inUse.patterns(), other.patterns(), mayShrink);
            shrinkage("manufacturers' codes", inUse.codes(), other.codes(), mayShrink);
        }
    }

    private static void shrinkage(String what, long before, long after, double mayShrink) {
        if (after < before * (1 - mayShrink)) {
            throw refused("it has " + after + " " + what + " where the edition in use has " + before
                    + "; if that is meant, import it with VINBRIDGE_VPIC_MAYSHRINK=1, or with smaller=true to the API");
        }
    }

    /** Refuses an edition that calls a well-known VIN by another make. What it says nothing of is no matter. */
    static void knownVins(EditionData data, InstantSource clock) {
        VinDecoder decoder = new VinDecoder(data, clock);
        for (String line : lines()) {
            String[] known = line.split("\t", 2);
            DecodedVin decoded = decoder.decode(List.of(new VinDecoder.Question(known[0], null)))
                    .get(0);
            for (DecodedElement element : decoded.elements()) {
                if (element.element() == MAKE && !known[1].equals(decoded.value(element))) {
                    throw refused("it calls " + known[0] + " " + decoded.value(element) + ", which is a " + known[1]);
                }
            }
        }
    }

    static Failure refused(String why) {
        return new Failure(Reason.INVALID_REQUEST, "The file was not put in use: " + why);
    }

    private static List<String> lines() {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                EditionCheck.class.getResourceAsStream("/vpic/known-vins.txt"), StandardCharsets.UTF_8))) {
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
