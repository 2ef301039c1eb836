package io.vinbridge.chromedata.vss;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.chromedata.cvd.CvdReader;
import io.vinbridge.chromedata.cvd.JsonMembers;
import io.vinbridge.chromedata.cvd.UnreadMembers;
import io.vinbridge.chromedata.description.DescribeResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** Reads answers of VSS: with an envelope, as one client has them, or bare, as another notes. */
public final class VssReader {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final UnreadMembers unread;
    private final CvdReader describing;

    public VssReader(UnreadMembers unread) {
        this.unread = unread;
        this.describing = new CvdReader(unread);
    }

    /**
     * Reads the whole stream as a list. It may be empty; what holds none, or one of which nothing can be read, is no
     * answer, because an empty list is stored as what the service has.
     *
     * @return integers for years, {@link CatalogEntry} for the rest
     * @throws CvdReader.Declined if the service says that something went wrong
     * @throws IOException if it is no JSON, or no list; the connection's own failure otherwise
     */
    public List<Object> list(VssQuestion question, InputStream json) throws IOException {
        JsonNode result = result(JSON.readTree(json));
        String name = question.path().substring(1);
        JsonNode listed = result.isObject() ? member(result, name) : result;
        if (listed == null) {
            throw new CvdReader.NoAnswer("the answer has no list of " + name);
        }
        List<Object> entries = new ArrayList<>();
        JsonMembers.read(JSON.createObjectNode().set(name, listed), unread, members -> {
            if (question instanceof VssQuestion.Years) {
                members.eachOrNumber(name, year -> entries.add(year.whole("year")), entries::add);
            } else {
                members.each(name, entry -> entries.add(entry(question, entry)));
            }
        });
        List<Object> read = entries.stream().filter(Objects::nonNull).distinct().toList();
        if (read.isEmpty() && !(listed.isArray() && listed.isEmpty())) {
            throw new CvdReader.NoAnswer("nothing can be read of the list of " + name);
        }
        return read;
    }

    /**
     * Reads the whole stream as a style's details.
     *
     * @return null where there are none
     * @throws CvdReader.Declined if the service says that something went wrong
     */
    public DescribeResult details(InputStream json) throws IOException {
        JsonNode given = result(JSON.readTree(json));
        JsonNode one = given.isArray() && given.size() == 1 ? given.get(0) : given;
        if (!one.isObject()) {
            throw new CvdReader.NoAnswer("the answer is no JSON object");
        }
        ObjectNode result = JSON.createObjectNode();
        result.setAll((ObjectNode) one);
        if (member(one, "vehicles") == null && member(one, "styleId") != null) {
            result.set("vehicles", one);
        }
        return describing.read(JSON.createObjectNode().set("result", result)).described();
    }

    /** What is in the envelope, or the whole where there is none. */
    private JsonNode result(JsonNode document) throws IOException {
        if (document == null || !(document.isObject() || document.isArray())) {
            throw new CvdReader.NoAnswer("the answer is neither an object nor a list");
        }
        JsonNode result = document.isObject() ? member(document, "result") : document;
        if (document.isObject()) {
            describing.requireNoError(document, result != null);
        }
        return result == null ? document : result;
    }

    /** By its name in any case; null where it is absent or null. */
    private static JsonNode member(JsonNode object, String name) {
        return object.properties().stream()
                .filter(one ->
                        one.getKey().equalsIgnoreCase(name) && !one.getValue().isNull())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static CatalogEntry entry(VssQuestion question, JsonMembers entry) {
        if (question instanceof VssQuestion.Makes) {
            entry.skip("year", "description");
            String code = entry.text("makeCode");
            String name = entry.text("make");
            return name == null || code == null ? null : new CatalogEntry(number(code), name, code);
        }
        if (question instanceof VssQuestion.Models) {
            entry.skip("makeCode", "year", "make");
            String name = entry.has("description") ? entry.text("description") : entry.text("model");
            Integer id = entry.whole("modelYearId");
            return name == null ? null : new CatalogEntry(id == null ? number(name) : id, name, null);
        }
        entry.skip("year", "make", "model", "modelId", "makeCode", "modelYearId");
        Integer id = entry.whole("styleId");
        String trim = entry.has("trim") ? entry.text("trim") : entry.text("trimName");
        String name = entry.text("styleDescription");
        return id == null ? null : new CatalogEntry(id, name == null ? trim : name, null);
    }

    /** A code that is no number is given one that is always the same. */
    private static int number(String code) {
        if (code.matches("\\d{1,9}")) {
            return Integer.parseInt(code);
        }
        CRC32 crc = new CRC32();
        crc.update(code.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() & 0x7fffffff);
    }
}
