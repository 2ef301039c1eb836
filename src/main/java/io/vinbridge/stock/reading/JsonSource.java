package io.vinbridge.stock.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.events.formats.csv.FieldNames;
import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Stock file of JSON: lists of objects, objects under names or one after the other, and whatever is around them. A
 * number beside them that says how many there are is a trailer: of those beside it, or of all, as each page of an
 * answer says it.
 */
final class JsonSource implements SourceTable {

    private static final Set<String> COUNTS =
            Set.of("count", "total", "totalcount", "totalelements", "numberofelements", "recordcount", "records");

    private final Reader text;
    private final JsonParser parser;
    private final Predicate<String> vin;
    private final Deque<Group> open = new ArrayDeque<>();
    private final Set<Long> totals = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private boolean counted;
    private long lines;

    /** Part of the file that is no line: where it stands, what it says of its lines, and how many came before. */
    private record Group(LinePlace place, List<Long> counts, long before) {}

    /**
     * Begins to read.
     *
     * @param around the place around all, as {@link JsonLines} has found it
     */
    JsonSource(Reader text, LinePlace around, Predicate<String> vin) {
        this.text = text;
        this.vin = vin;
        open.push(new Group(around, List.of(), 0));
        try {
            this.parser = JsonLines.JSON.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SourceLine next() {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                SourceLine line = token.isStructStart()
                        ? begin()
                        : token.isStructEnd() ? end() : token == JsonToken.FIELD_NAME ? null : value(token);
                if (line != null) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw JsonLines.broken(e);
        }
        totals.forEach(total -> new TrailerLine(total).check(lines));
        return null;
    }

    private SourceLine begin() throws IOException {
        JsonStreamContext outer = parser.getParsingContext().getParent();
        LinePlace place = open.peek().place.inner(JsonLines.name(outer));
        if (!place.line()) {
            open.push(new Group(place, new ArrayList<>(), lines));
            return null;
        }
        String key = outer.getCurrentName();
        JsonNode tree = JsonLines.JSON.readTree(parser);
        if (tree instanceof ObjectNode line && outer.inObject() && WrittenVin.isWhole(key) && !named(line)) {
            line.put("vin", key);
        }
        return line(tree);
    }

    private boolean named(ObjectNode line) {
        return line.properties().stream().anyMatch(member -> vin.test(member.getKey()));
    }

    private SourceLine value(JsonToken token) throws IOException {
        JsonStreamContext around = parser.getParsingContext();
        if (around.inArray()) {
            LinePlace place = open.peek().place.inner(LinePlace.ELEMENT);
            return place != null && place.line() ? line(JsonLines.JSON.readTree(parser)) : null;
        }
        if (token == JsonToken.VALUE_NUMBER_INT && COUNTS.contains(FieldNames.key(around.getCurrentName()))) {
            open.peek().counts.add(parser.getNumberValue().longValue());
        }
        return null;
    }

    /** Objects without lines in them count something else; a file that is empty counts its lines all the same. */
    private SourceLine end() {
        Group group = open.pop();
        if (group.place.held() || open.size() == 1) {
            counted |= !group.counts.isEmpty();
            group.counts.stream().filter(count -> count != lines - group.before).forEach(totals::add);
        }
        return null;
    }

    private SourceLine line(JsonNode tree) {
        lines++;
        SourceLine line = TreeLine.of(lines, tree);
        if (seen.size() < 100) {
            seen.addAll(line.names());
        }
        return line;
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
