package io.vinbridge.vpic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.edition.CompactEdition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The edition that comes with the embedded run, in memory: tests of the decoder need no database. */
public final class ShippedPatterns implements EditionData, CompactEdition.Taker {

    private static final ShippedPatterns SHARED = load();

    private final Map<String, byte[]> codes = new HashMap<>();
    private final Map<Integer, byte[]> schemas = new HashMap<>();
    private EditionCommons commons;

    private ShippedPatterns() {}

    public static ShippedPatterns shared() {
        return SHARED;
    }

    @Override
    public void head(CompactEdition.Head head) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head.commons()))) {
            commons = JsonMapper.builder().build().readValue(in, EditionCommons.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void code(String code, byte[] body) {
        codes.put(code, body);
    }

    @Override
    public void schema(int id, byte[] body) {
        schemas.put(id, body);
    }

    @Override
    public EditionCommons commons() {
        return commons;
    }

    @Override
    public Map<String, ManufacturerCode> codes(Collection<String> asked) {
        Map<String, ManufacturerCode> found = new HashMap<>();
        asked.stream()
                .filter(codes::containsKey)
                .forEach(code -> found.put(code, ManufacturerCode.unpack(code, codes.get(code))));
        return found;
    }

    @Override
    public Map<Integer, VinSchema> schemas(Collection<Integer> asked) {
        Map<Integer, VinSchema> found = new HashMap<>();
        asked.forEach(id ->
                found.put(id, schemas.containsKey(id) ? VinSchema.unpack(id, schemas.get(id)) : VinSchema.empty(id)));
        return found;
    }

    private static ShippedPatterns load() {
        ShippedPatterns patterns = new ShippedPatterns();
        try (InputStream in = new BufferedInputStream(
                new GZIPInputStream(ShippedPatterns.class.getResourceAsStream("/vpic/shipped-edition.gz")))) {
            CompactEdition.read(in, patterns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }
}
