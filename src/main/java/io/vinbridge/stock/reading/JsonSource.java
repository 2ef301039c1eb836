package io.vinbridge.stock.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.events.formats.csv.FieldNames;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Stock file of JSON: a list of objects, an object that has such a list, or objects one after the other. A number
 * beside the list that says how many there are is its trailer.
 */
final class JsonSource implements SourceTable {

    private static final Set<String> COUNTS = Set.of("count", "total", "totalcount", "recordcount", "records", "size");

    /** Objects around the list, or around a line; what they hold is taken for members of the object around them. */
    private static final Set<String> ENVELOPES = Set.of(
            "data",
            "response",
            "result",
            "results",
            "payload",
            "body",
            "content",
            "inventory",
            "stock",
            "feed",
            "export",
            "d");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Reader text;
    private final Predicate<String> vin;
    private final JsonParser parser;
    private final Set<String> seen = new TreeSet<>();
    private ObjectNode beside = JSON.createObjectNode();
    private int deep;
    private boolean list;
    private boolean wrapped;
    private boolean counted;
    private long lines;

    JsonSource(Reader text, Predicate<String> vin) {
        this.text = text;
        this.vin = vin;
        try {
            this.parser = JSON.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SourceLine next() {
        try {
            return list ? ofList() : ofRoot();
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(e);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BrokenFile("It breaks off or is no JSON"
                    + (at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceLine ofRoot() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return null;
        }
        if (token == JsonToken.START_ARRAY) {
            list = true;
            return ofList();
        }
        if (token != JsonToken.START_OBJECT) {
            throw new BrokenFile("It is JSON, and neither objects nor a list of them");
        }
        return ofObject();
    }

    /** Its members up to a list of objects, which then is what the file is about; without one it is a line itself. */
    private SourceLine ofObject() throws IOException {
        for (JsonToken token = parser.nextToken();
                token == JsonToken.FIELD_NAME || deep > 0;
                token = parser.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                deep--;
                continue;
            }
            String name = parser.currentName();
            boolean line = beside.properties().stream().anyMatch(member -> vin.test(member.getKey()));
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY && !line && !wrapped) {
                list = true;
                wrapped = true;
                return ofList();
            }
            if (value == JsonToken.START_OBJECT && !line && !wrapped && ENVELOPES.contains(FieldNames.key(name))) {
                deep++;
                continue;
            }
            beside.set(name, (JsonNode) JSON.readTree(parser));
        }
        if (wrapped) {
            check();
            return ofRoot();
        }
        ObjectNode line = beside;
        beside = JSON.createObjectNode();
        return line(line);
    }

    private SourceLine ofList() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            list = false;
            return wrapped ? ofObject() : ofRoot();
        }
        if (token == null) {
            throw new BrokenFile("It breaks off in the list");
        }
        return line(JSON.readTree(parser));
    }

    private SourceLine line(JsonNode tree) {
        lines++;
        SourceLine line = TreeLine.of(lines, tree);
        if (seen.size() < 100) {
            seen.addAll(line.names());
        }
        return line;
    }

    private void check() {
        beside.properties().stream()
                .filter(member -> COUNTS.contains(FieldNames.key(member.getKey())))
                .filter(member -> member.getValue().isIntegralNumber())
                .forEach(member -> {
                    counted = true;
                    new TrailerLine(member.getValue().asLong()).check(lines);
                });
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public String outline() {
        return seen.isEmpty()
                ? "it is JSON without objects"
                : "it is JSON, and the members are " + String.join(", ", seen);
    }

    @Override
    public Ending ending() {
        return new Ending(counted, true);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
