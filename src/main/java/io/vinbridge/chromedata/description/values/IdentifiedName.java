package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A name with the vendor's number for it, such as a division or a market class. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IdentifiedName(Integer id, String name) {}
