package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/** A technical specification with its values by style; {@code definition} is absent where only the number came. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Specification(Integer titleId, SpecificationDefinition definition, Bounds range, List<Value> values) {

    /** The smallest and the largest value over all styles. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Bounds(BigDecimal min, BigDecimal max) {}

    /** One value and the styles it holds for, under a condition where there is one. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Value(String value, String condition, List<Integer> styleIds) {}
}
