package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Definition of a technical specification, and the unit of its values. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SpecificationDefinition(IdentifiedName group, IdentifiedName header, IdentifiedName title, String unit) {}
