package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The base price over all candidate styles, or of one option; each part is absent where the vendor gives none. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PriceRange(AmountRange msrp, AmountRange invoice, AmountRange destination, Boolean unknown) {}
