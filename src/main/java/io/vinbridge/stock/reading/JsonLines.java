package io.vinbridge.stock.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/**
 * Parts of a JSON text that are its lines. Where no member is named VIN, which a profile may find elsewhere, they are
 * the elements of the outermost list of objects, or what the text has one after the other.
 */
final class JsonLines {

    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String ROOT = "root";

    private final JsonParser parser;
    private final Predicate<String> vin;
    private final LinePlaces places = new LinePlaces();
    private LinePlace list;
    private int listDepth = Integer.MAX_VALUE;

    private JsonLines(JsonParser parser, Predicate<String> vin) {
        this.parser = parser;
        this.vin = vin;
    }

    /**
     * Finds them; the place is that around the root.
     *
     * @throws BrokenFile if it is no JSON, or neither objects nor a list
     */
    static LinePlace of(Reader text, Predicate<String> vin) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonLines(parser, vin).search();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private LinePlace search() throws IOException {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                places.end();
                depth--;
            } else if (token.isStructStart()) {
                begin(token, depth);
                depth++;
            } else if (token != JsonToken.FIELD_NAME) {
                value(token);
            }
        }
        LinePlace around = places.around();
        if (!around.held()) {
            LinePlace root = around.within(ROOT);
            (list == null || root.repeated() ? root : list.within(LinePlace.ELEMENT)).assume();
        }
        return around;
    }

    /** What a part is called, that begins or that a value is. */
    static String name(JsonStreamContext context) {
        if (context.inRoot()) {
            return ROOT;
        }
        return context.inArray() || WrittenVin.isWhole(context.getCurrentName())
                ? LinePlace.ELEMENT
                : context.getCurrentName();
    }

    private void begin(JsonToken token, int depth) {
        JsonStreamContext outer = parser.getParsingContext().getParent();
        if (token == JsonToken.START_OBJECT && outer.inArray() && depth < listDepth) {
            list = places.place();
            listDepth = depth;
        }
        places.begin(name(outer));
        if (token == JsonToken.START_ARRAY && (depth == 0 || list == null)) {
            list = places.place();
            listDepth = depth == 0 ? 0 : Integer.MAX_VALUE;
        }
        if (outer.inObject() && name(outer).equals(LinePlace.ELEMENT)) {
            places.vin();
        }
    }

    private void value(JsonToken token) throws IOException {
        JsonStreamContext around = parser.getParsingContext();
        if (around.inRoot()) {
            throw new BrokenFile("It is JSON, and neither objects nor a list of them");
        }
        if (around.inArray() && token == JsonToken.VALUE_STRING && WrittenVin.isWhole(parser.getText())) {
            places.begin(LinePlace.ELEMENT);
            places.vin();
            places.end();
        } else if (around.inObject() && vin.test(around.getCurrentName())) {
            places.vin();
        }
    }

    /** What a failure of a parser means. */
    static RuntimeException broken(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return new UncheckedIOException(e);
        }
        JsonLocation at = json.getLocation();
        return new BrokenFile("It breaks off or is no JSON"
                + (at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }
}
