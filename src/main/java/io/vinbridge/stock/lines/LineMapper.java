package io.vinbridge.stock.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.formats.EventFields;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.lines.StockLine.Content;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.WrittenVin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Mapper of one file's lines into statements (message translator): by the names of the columns, or of what a profile
 * made of them. For one thread.
 */
public final class LineMapper {

    /** Of all that decides what a line says: another one makes every line one that is looked at again. */
    private static final String VERSION = "4";

    private static final int HASH = 16;
    private static final char BROKEN = '\uFFFD';

    private final StockColumns columns;
    private final EventSettings settings;
    private final Dealer dealer;
    private final String version;
    private final Map<List<String>, ColumnPlan> plans = new LinkedHashMap<>();
    private List<String> latest;
    private ColumnPlan plan;

    public LineMapper(StockColumns columns, EventSettings settings, Dealer dealer) {
        this.columns = columns;
        this.settings = settings;
        this.dealer = dealer;
        this.version = dealer.currency() == null ? VERSION : VERSION + dealer.currency();
    }

    /** By the names of its columns. */
    public StockLine ofColumns(SourceLine line) {
        ColumnPlan its = plan(line.names());
        String vin = its.vin(line.cells());
        if (vin == null || vin.isBlank()) {
            return StockLine.refused(line.number(), "It has no VIN");
        }
        try {
            WrittenVin written = WrittenVin.read(vin);
            List<String> cells = line.cells();
            return new StockLine(
                    line.number(),
                    written.vin(),
                    written.notice(),
                    its.hash(cells),
                    () -> content(its.byName(line), its.mileage(), written),
                    null);
        } catch (InvalidVin e) {
            return StockLine.refused(line.number(), EventWarning.line(e.getMessage()));
        }
    }

    /**
     * Of what a profile made of it: {@code vin}, and the rest in {@code fields} or beside it.
     *
     * @param mapped null where the profile leaves the line out
     */
    public StockLine ofProfile(SourceLine line, JsonNode mapped) {
        if (mapped == null
                || !mapped.isObject()
                || !mapped.path("vin").isValueNode()
                || mapped.path("vin").asText().isBlank()) {
            return StockLine.refused(line.number(), "The profile makes no VIN of it");
        }
        try {
            WrittenVin written = WrittenVin.read(mapped.path("vin").asText());
            JsonNode fields = mapped.has("fields") ? mapped.get("fields") : mapped;
            byte[] hash = DigestUtils.sha256(version + CanonicalJson.text(mapped));
            return new StockLine(
                    line.number(),
                    written.vin(),
                    written.notice(),
                    Arrays.copyOf(hash, HASH),
                    () -> content(members(fields), "", "", written),
                    null);
        } catch (InvalidVin e) {
            return StockLine.refused(line.number(), EventWarning.line(e.getMessage()));
        }
    }

    /** Lines of a table have one list of names, which is the same object. */
    @SuppressWarnings("ReferenceEquality")
    private ColumnPlan plan(List<String> names) {
        if (names != latest) {
            latest = names;
            if (plans.size() > 1_000) {
                plans.clear();
            }
            plan = plans.computeIfAbsent(names, any -> new ColumnPlan(any, columns.of(any), version));
        }
        return plan;
    }

    private static Map<String, JsonNode> members(JsonNode fields) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        fields.properties().stream()
                .filter(member -> !member.getKey().equals("vin"))
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private Content content(Map<String, JsonNode> values, String column, WrittenVin written) {
        JsonNode mileage = values.get("mileage");
        return content(values, mileage == null ? "" : mileage.asText(), column, written);
    }

    private Content content(Map<String, JsonNode> values, String mileage, String column, WrittenVin written) {
        List<EventWarning> noted = new ArrayList<>();
        SortedMap<String, JsonNode> fields = EventFields.ofColumns(values, settings, noted);
        List<String> warnings = new ArrayList<>();
        if (written.notice() != null) {
            warnings.add(EventWarning.line(written.notice()));
        }
        noted.forEach(warning -> warnings.add(warning.message()));
        if (values.values().stream().anyMatch(value -> value.asText("").indexOf(BROKEN) >= 0)) {
            warnings.add("It has bytes that are no UTF-8: " + BROKEN + " stands for each");
        }
        StockValues normal = new StockValues(fields, warnings);
        normal.unit(mileage, column);
        normal.normalise(dealer);
        return new Content(fields, warnings);
    }
}
