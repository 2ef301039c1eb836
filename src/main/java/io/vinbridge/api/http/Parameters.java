package io.vinbridge.api.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The parameters of a request, path and query alike, checked against the contract already. */
public record Parameters(Map<String, List<String>> values) {

    /** Name of the parameters among an exchange's variables. */
    public static final String VARIABLE = "parameters";

    /** Null where it was not given, or given empty. */
    public String text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        return given.isEmpty() || given.get(0).isBlank() ? null : given.get(0).strip();
    }

    /** None where it was not given. */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Null where it was not given. */
    public Integer integer(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    /** {@code otherwise} where it was not given. */
    public int integer(String name, int otherwise) {
        Integer given = integer(name);
        return given == null ? otherwise : given;
    }

    /** False where it was not given. */
    public boolean flag(String name) {
        List<String> given = values.get(name);
        return given != null
                && !given.isEmpty()
                && Boolean.parseBoolean(given.get(0).strip());
    }

    /** Null where it was not given. */
    public BigDecimal decimal(String name) {
        String text = text(name);
        return text == null ? null : new BigDecimal(text);
    }

    /** Null where it was not given. */
    public Instant instant(String name) {
        String text = text(name);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
