package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * Price of a style when new, in the currency of the country; {@code unknown} is true if the vendor says it does not
 * know.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Price(BigDecimal msrp, BigDecimal invoice, BigDecimal destination, Boolean unknown) {}
