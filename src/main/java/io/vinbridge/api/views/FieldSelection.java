package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.Content;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Members of a view that a caller picks.
 *
 * @param names none for all
 */
public record FieldSelection(Set<String> names) {

    /** All members. */
    public static final FieldSelection ALL = new FieldSelection(Set.of());

    /**
     * Reads names parted by commas; null for all.
     *
     * @throws Failure if one of them is none of the view's; it names those there are
     */
    public static FieldSelection of(String fields, Set<String> known) {
        if (fields == null) {
            return ALL;
        }
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(fields.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new Failure(
                        Reason.INVALID_REQUEST,
                        "Parameter fields names %s, which this view does not have; there are %s"
                                .formatted(
                                        name.length() > 50 ? name.substring(0, 50) + "..." : name,
                                        String.join(", ", known)));
            }
        }
        return new FieldSelection(names);
    }

    public boolean all() {
        return names.isEmpty();
    }

    /** The same object with those members only. */
    public ObjectNode of(ObjectNode whole) {
        return all() ? whole : whole.retain(names);
    }

    /** The same of what is written already. */
    Content of(Content whole) {
        if (all()) {
            return whole;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            whole.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Content.of(CanonicalJson.write(of(CanonicalJson.read(bytes.toByteArray(), ObjectNode.class))));
    }
}
