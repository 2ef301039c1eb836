package io.vinbridge.stock.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.formats.csv.FieldNames;
import io.vinbridge.stock.reading.SourceLine;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Plan of a table's columns: what each is, and in which order they are hashed, so that columns that change places
 * change no line.
 */
final class ColumnPlan {

    private static final int HASH = 16;

    private final List<String> columns;
    private final int vin;
    private final String mileage;
    private final int[] order;
    private final byte[] prefix;
    private final MessageDigest digest;

    /**
     * Makes one.
     *
     * @param names what the file calls them
     * @param columns what we call them
     * @param version of all that decides what a line says beside its cells
     */
    ColumnPlan(List<String> names, List<String> columns, String version) {
        this.columns = columns;
        int mileage = columns.indexOf("mileage");
        this.mileage = mileage < 0 ? "" : names.get(mileage);
        this.vin = columns.indexOf("vin");
        this.order = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(columns::get))
                .mapToInt(Integer::intValue)
                .toArray();
        StringBuilder all = new StringBuilder(version);
        Arrays.stream(order).forEach(i -> all.append('\u0001').append(columns.get(i)));
        this.prefix = all.append('\u0002').toString().getBytes(UTF_8);
        this.digest = DigestUtils.getSha256Digest();
    }

    /** What stands in the column of VINs; null where there is none. */
    String vin(List<String> cells) {
        return vin < 0 || vin >= cells.size() ? null : cells.get(vin);
    }

    /** What the file calls the column of the mileage; empty where it has none. */
    String mileage() {
        return mileage;
    }

    /** The hash of a line. */
    byte[] hash(List<String> cells) {
        StringBuilder text = new StringBuilder(256);
        for (int i : order) {
            text.append(i < cells.size() ? cells.get(i).strip() : "").append('\u0001');
        }
        digest.update(prefix);
        return Arrays.copyOf(digest.digest(text.toString().getBytes(UTF_8)), HASH);
    }

    /** The cells by what they are, but for the VIN; columns of photos are one. */
    Map<String, JsonNode> byName(SourceLine line) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(line.cells().size(), columns.size()); i++) {
            if (i != vin && !columns.get(i).isEmpty()) {
                named.merge(columns.get(i), value(line, i), ColumnPlan::joined);
            }
        }
        return named;
    }

    private JsonNode value(SourceLine line, int i) {
        String cell = line.cells().get(i).strip();
        return line.decimals().contains(i) && FieldNames.kind(columns.get(i)) != null
                ? DecimalNode.valueOf(new BigDecimal(cell))
                : TextNode.valueOf(cell);
    }

    private static JsonNode joined(JsonNode one, JsonNode other) {
        return other.asText().isEmpty() ? one : TextNode.valueOf(one.asText() + " | " + other.asText());
    }
}
