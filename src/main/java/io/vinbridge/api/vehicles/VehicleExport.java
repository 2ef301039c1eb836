package io.vinbridge.api.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.CsvCells;
import io.vinbridge.api.views.Audience;
import io.vinbridge.api.views.FieldSelection;
import io.vinbridge.api.views.ListedCards;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.lists.VehicleLists;
import io.vinbridge.vehicles.lists.VehiclePage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whole lists of vehicles as CSV or JSON lines: read part by part as they are written, so that a million take no more
 * memory than a page.
 */
@Component
class VehicleExport {

    private static final int PART = 200;

    /** Columns of CSV, and where their values stand in a card. */
    private static final Map<String, String> COLUMNS = columns();

    private final VehicleLists vehicles;
    private final ListedCards cards;

    VehicleExport(VehicleLists vehicles, ListedCards cards) {
        this.vehicles = vehicles;
        this.cards = cards;
    }

    /** Form of a whole list. */
    enum Format {
        CSV("text/csv"),
        NDJSON("application/x-ndjson");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        /** Empty where the caller would rather have a page. */
        static Optional<Format> asked(HttpRequest request) {
            String preferred = request.preferred(Reply.JSON, CSV.type, NDJSON.type);
            return Arrays.stream(values())
                    .filter(format -> format.type.equals(preferred))
                    .findFirst();
        }
    }

    /**
     * All vehicles of a list from a cursor's place on; its first part is read before the answer begins, so that it can
     * still fail.
     */
    Reply reply(Format format, VehicleListQuery query, List<String> after, FieldSelection fields, Audience audience) {
        Parts parts = new Parts(query, after, format == Format.CSV ? FieldSelection.ALL : fields, audience, format);
        return Reply.of(200, format == Format.CSV ? "text/csv; charset=utf-8" : format.type, () -> parts);
    }

    private ByteBuffer text(Format format, List<ObjectNode> items) {
        String lines = items.stream()
                .map(item -> format == Format.CSV ? line(item) : CanonicalJson.text(item) + "\n")
                .collect(Collectors.joining());
        return ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(ObjectNode card) {
        return COLUMNS.values().stream().map(path -> cell(card.at(path))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(JsonNode value) {
        return CsvCells.safe(value.isValueNode() ? value.asText("") : "");
    }

    private final class Parts implements Iterator<ByteBuffer> {
        private final VehicleListQuery query;
        private final FieldSelection fields;
        private final Audience audience;
        private final Format format;
        private List<String> after;
        private ByteBuffer next;

        Parts(VehicleListQuery query, List<String> after, FieldSelection fields, Audience audience, Format format) {
            this.query = query;
            this.fields = fields;
            this.audience = audience;
            this.format = format;
            this.after = after;
            this.next = read(format == Format.CSV ? String.join(",", COLUMNS.keySet()) + "\r\n" : "");
        }

        private ByteBuffer read(String head) {
            VehiclePage page = vehicles.page(query.filter(), query.order(), after, PART, true);
            after = page.next();
            ByteBuffer lines = text(format, cards.of(page.items(), fields, audience));
            byte[] first = head.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(first.length + lines.remaining())
                    .put(first)
                    .put(lines)
                    .flip();
        }

        @Override
        public boolean hasNext() {
            if (next == null && after != null) {
                next = read("");
            }
            return next != null;
        }

        @Override
        public ByteBuffer next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ByteBuffer part = next;
            next = null;
            return part;
        }
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String plain :
                List.of("vin", "year", "make", "model", "trim", "styleName", "body", "doors", "seats", "drivetrain")) {
            columns.put(plain, "/" + plain);
        }
        columns.put("transmission", "/transmission/text");
        columns.put("engine", "/engine/text");
        columns.put("fuel", "/fuel");
        columns.put("electrification", "/electrification");
        columns.put("exteriorColor", "/exteriorColor/name");
        columns.put("msrp", "/price/msrp");
        columns.put("currency", "/price/currency");
        for (String own : List.of("dealer", "status", "stock", "price", "mileage")) {
            columns.put(own, "/own/" + own);
        }
        columns.put("priceCurrency", "/own/currency");
        columns.put("picture", "/pictures/hero/url");
        columns.put("addedAt", "/addedAt");
        columns.put("changedAt", "/changedAt");
        return columns;
    }
}
