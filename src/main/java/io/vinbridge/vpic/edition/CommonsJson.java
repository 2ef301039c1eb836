package io.vinbridge.vpic.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vinbridge.vpic.data.EditionCommons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Stored form of what all decodes share: JSON, gzipped. */
final class CommonsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private CommonsJson() {}

    static byte[] write(EditionCommons commons) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(out, commons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static EditionCommons read(byte[] stored) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return MAPPER.readValue(in, EditionCommons.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What all decodes share is damaged in the database", e);
        }
    }
}
