package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * A range of amounts, both ends included; the unit is that of the thing measured (money in the currency of the
 * country).
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AmountRange(BigDecimal low, BigDecimal high) {}
