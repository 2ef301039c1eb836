package io.vinbridge.api.representation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.refresh.runs.RunStarter.Line;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list as JSON lines: each a VIN as a string, or an object with a member {@code vin}, in any case. */
public final class NdjsonList implements ImportedList {

    private static final int USUAL_PART = 5_000;

    /** A line is cut there, and is none then: no line makes the service hold more of it. */
    private static final int LONGEST_LINE = 65_536;

    private static final int MOST_CHARACTERS = 500_000;

    private final Reader text;
    private final ObjectMapper mapper;
    private final StringBuilder line = new StringBuilder();
    private String outline = "its lines are no VINs";
    private final int part;
    private long number;

    public NdjsonList(Reader text, ObjectMapper mapper) {
        this(text, mapper, USUAL_PART);
    }

    /** Given out in parts of so many lines at most. */
    public NdjsonList(Reader text, ObjectMapper mapper, int part) {
        this.text = text;
        this.mapper = mapper;
        this.part = part;
    }

    @Override
    public List<Line> next() {
        List<Line> lines = new ArrayList<>();
        int characters = 0;
        try {
            while (lines.size() < part && characters < MOST_CHARACTERS && read()) {
                String written = line.toString().strip();
                characters += written.length();
                if (!written.isEmpty()) {
                    lines.add(line(written));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
        return lines;
    }

    @Override
    public String outline() {
        return outline;
    }

    private Line line(String written) {
        try {
            JsonNode json = mapper.readTree(written);
            String vin = null;
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                boolean named = member.getKey().strip().equalsIgnoreCase("vin");
                if (named && member.getValue().isTextual()) {
                    vin = member.getValue().textValue();
                } else if (!named) {
                    fields.put(member.getKey(), member.getValue());
                }
            }
            String found = json.isTextual() ? json.textValue() : vin;
            if (found != null) {
                return new Line(number, found, null, fields);
            }
            outline =
                    fields.isEmpty() ? "its lines are no VINs" : "its lines have " + String.join(", ", fields.keySet());
            return Line.bad(number, written, "The line is no VIN and has no member vin");
        } catch (JsonProcessingException e) {
            outline = "its lines are no JSON";
            return Line.bad(number, written, "The line is no JSON");
        }
    }

    /** True if there is another line; it stands in {@code line} then. */
    private boolean read() throws IOException {
        line.setLength(0);
        int c = text.read();
        if (c < 0) {
            return false;
        }
        number++;
        for (; c >= 0 && c != '\n'; c = text.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return true;
    }
}
