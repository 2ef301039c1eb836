package io.vinbridge.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The parameters of a request, path and query alike, checked against the contract already. */
record Parameters(Map<String, List<String>> values) {

    /** Where they stand among an exchange's variables. */
    static final String VARIABLE = "parameters";

    /** Null where it was not given, or given empty. */
    String text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() || given.get(0).isBlank() ? null : given.get(0).strip();
    }

    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .toList();
    }

    Integer integer(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    int integer(String name, int otherwise) {
        Integer given = integer(name);
        return given == null ? otherwise : given;
    }

    /** False where it was not given. */
    boolean flag(String name) {
        List<String> given = values.get(name);
        return given != null
                && !given.isEmpty()
                && Boolean.parseBoolean(given.get(0).strip());
    }

    BigDecimal decimal(String name) {
        String text = text(name);
        return text == null ? null : new BigDecimal(text);
    }

    Instant instant(String name) {
        String text = text(name);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
