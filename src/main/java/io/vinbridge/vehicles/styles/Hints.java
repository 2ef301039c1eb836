package io.vinbridge.vehicles.styles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.vehicles.CanonicalJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Hints of a caller about a vehicle, beside its VIN; each part may be null, {@code options} empty.
 *
 * @param wheelBase inches
 * @param drivetrain in the vendor's words or the usual short ones ({@code AWD}, {@code 4x4})
 * @param options the maker's option codes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Hints(
        Integer styleId,
        String trim,
        String exteriorColor,
        String modelCode,
        BigDecimal wheelBase,
        String drivetrain,
        List<String> options) {

    public static final Hints NONE = new Hints(null, null, null, null, null, null, List.of());

    /** As stored; null reads as nothing known. */
    public static Hints read(String json) {
        return json == null ? NONE : CanonicalJson.read(json, Hints.class);
    }

    /** A style by its number. */
    public static Hints style(int styleId) {
        return new Hints(styleId, null, null, null, null, null, List.of());
    }

    /** The names of those that are given, as the API has them. */
    List<String> names() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("styleId", styleId);
        given.put("modelCode", modelCode);
        given.put("trim", trim);
        given.put("drivetrain", drivetrain);
        given.put("wheelBase", wheelBase);
        given.put("exteriorColor", exteriorColor);
        given.put("option", options.isEmpty() ? null : options);
        given.values().removeIf(Objects::isNull);
        return List.copyOf(given.keySet());
    }

    /** Whether nothing is known. */
    @JsonIgnore
    public boolean none() {
        return equals(NONE);
    }
}
