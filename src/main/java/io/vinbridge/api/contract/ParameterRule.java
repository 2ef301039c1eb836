package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rule of the contract for one parameter.
 *
 * @param format of a string: {@code date-time}, or null for any text
 * @param allowed the only values; empty for any
 * @param scope what a caller needs who gives it; null where that is what the operation needs
 */
record ParameterRule(
        String name,
        boolean inPath,
        boolean required,
        boolean repeatable,
        String type,
        String format,
        BigDecimal least,
        BigDecimal most,
        int longest,
        Set<String> allowed,
        Scope scope) {

    private static final int LONGEST = 200;

    static ParameterRule of(JsonNode parameter) {
        JsonNode schema = parameter.required("schema");
        boolean repeatable = schema.path("type").asText().equals("array");
        JsonNode one = repeatable ? schema.required("items") : schema;
        return new ParameterRule(
                parameter.required("name").asText(),
                parameter.path("in").asText().equals("path"),
                parameter.path("required").asBoolean(),
                repeatable,
                one.required("type").asText(),
                one.path("format").asText(null),
                bound(one.get("minimum")),
                bound(one.get("maximum")),
                one.path("maxLength").asInt(LONGEST),
                one.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new)),
                scope(parameter.get("x-scope")));
    }

    private static @Nullable BigDecimal bound(@Nullable JsonNode number) {
        return number == null ? null : number.decimalValue();
    }

    private static @Nullable Scope scope(@Nullable JsonNode word) {
        return word == null ? null : Scope.of(word.asText()).orElseThrow();
    }

    /** True if giving these values needs a scope of its own. */
    boolean asksFor(List<String> given) {
        return scope != null && !given.isEmpty() && !given.get(0).strip().equals("false");
    }

    /** Throws, naming the parameter, where what was given is not what the contract has. */
    void check(List<String> given) {
        if (required && (given.isEmpty() || (inPath && given.get(0).isBlank()))) {
            throw wrong("is missing");
        }
        if (given.size() > 1 && !repeatable) {
            throw wrong("may be given once only");
        }
        given.forEach(this::check);
    }

    private void check(String value) {
        if (value.length() > longest) {
            throw wrong("is longer than " + longest + " characters");
        }
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw wrong("must be one of " + String.join(", ", allowed));
        }
        switch (type) {
            case "integer", "number" -> checkNumber(value);
            case "string" -> checkText(value);
            case "boolean" -> checkFlag(value.strip());
            default -> throw new IllegalStateException("no rule for a parameter of type " + type);
        }
    }

    private void checkNumber(String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw wrong("must be a number");
        }
        if ("integer".equals(type) && !isInt(value.strip())) {
            throw wrong("must be a whole number");
        }
        if (least != null && number.compareTo(least) < 0) {
            throw wrong("must be at least " + least.toPlainString());
        }
        if (most != null && number.compareTo(most) > 0) {
            throw wrong("must be at most " + most.toPlainString());
        }
    }

    private void checkFlag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong("must be true or false");
        }
    }

    private void checkText(String value) {
        if ("date-time".equals(format)) {
            try {
                OffsetDateTime.parse(value.strip());
            } catch (DateTimeException e) {
                boolean plus = value.strip().matches(".*\\d \\d{2}:?\\d{2}");
                throw wrong("must be a time such as 2026-01-31T08:00:00Z"
                        + (plus ? "; in an address, the sign + before an offset is written %2B" : ""));
            }
        }
    }

    private Failure wrong(String what) {
        return new Failure(Reason.INVALID_REQUEST, "Parameter " + name + " " + what);
    }

    private static boolean isInt(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
