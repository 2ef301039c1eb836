package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A text with its unit, such as a displacement of {@code 2.5 liters}; the value stays text because the vendor does not
 * promise a number.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Measure(String value, String unit) {}
