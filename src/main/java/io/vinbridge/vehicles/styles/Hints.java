package io.vinbridge.vehicles.styles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.vehicles.CanonicalJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a caller knows of a vehicle beside its VIN; each part may be null, {@code options} empty.
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
        return json == null ? NONE : CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), Hints.class);
    }

    /** Whether nothing is known. */
    @JsonIgnore
    public boolean none() {
        return equals(NONE);
    }
}
